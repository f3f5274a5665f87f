package dev.upswell.server.collect.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A file read in pieces, whose sound items stay text, gives what it gives row by row, of which every item is a tree.
class PiecesTest {

    private static final MappingContext CONTEXT = new MappingContext(Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2025-01-01T00:00:00Z"));
    private static final String ITEM = """
        {"id":"7400000000000000001","text":"Morning coffee ☕ #sun \\"quoted\\" \\u00e9\\ud83d\\ude00 a\\nb mail me@example.org",\
        "textLanguage":"en","createTime":1722900000,"createTimeISO":"2024-08-06T00:00:00.000Z","isAd":false,\
        "authorMeta":{"id":"68","name":"Maker1","verified":false,"privateAccount":false,"fans":1200,"heart":5.5e3,"video":3,"region":null},\
        "musicMeta":{"musicName":"original sound","musicOriginal":true,"musicId":"7100000000000000001"},\
        "webVideoUrl":"https://www.tiktok.com/@maker1/video/7400000000000000001","videoMeta":{"height":1024,"duration":17},\
        "diggCount":120,"shareCount":3,"playCount":45000,"collectCount":0,"commentCount":1,"mentions":[],"odd":[[1,{"a":[]}],-0.5],\
        "hashtags":[{"id":"1","name":"sun"},{"id":"2","name":"Café"},"bare"],"searchHashtag":{"name":"sun","views":9000},"isSlideshow":false}
        """;

    /// What one reading of a file says of it.
    private record Told(List<String> rows, String problem, List<String> remarks) {
    }

    @Test
    void soundItemsReadTheSame() {
        assertSame(ITEM.repeat(3) + "\n  \n" + ITEM.strip());
        assertThat(told(ITEM, true).rows()).hasSize(1).first().asString().contains("Mapped").contains("maker1");
    }

    @Test
    void doubtfulItemsReadTheSame() {
        for (String odd : List.of("\"privateAccount\":true", "\"privateAccount\":1", "\"secret\":\"TRUE\"",
                "\"private_status\":2", "\"data\":[{\"id\":\"1\"}]", "\"fans\":1,\"fans\":2", "\"fans\":-0",
                "\"fans\":007",
                "\"fans\":1e", "\"fans\":NaN", "\"f\\u0061ns\":5", "\"fans\":\"\\u0000\"", "\"fans\":tru",
                "\"fans\":1234567890123456789012", "\"fans\":1.", "\"fans\":\"\\x\"", "\"fans\":1,", "\"fans\":\" \"",
                "\"fans\":[1]", "\"fans\":{\"a\":1}", "\"fans\":\"\\ud83d\"")) {
            assertSame(ITEM.replace("\"fans\":1200", odd) + ITEM);
        }
        assertSame(ITEM.replace("\n", "\r\n").repeat(2) + "{}\n[]\n7\n\"text\"\n{\"itemInfo\":{}}\n" + ITEM + "} x\n");
        assertSame("\uFEFF" + ITEM + "{\"items\":[" + ITEM.strip() + "," + ITEM.strip() + "]}\n" + ITEM);
    }

    @Test
    void damagedItemsReadTheSame() {
        Random random = new Random(7);
        byte[] bits = "\"\\{}[]:,0-.eE \t\r\n\u0001x".getBytes(StandardCharsets.UTF_8);
        for (int file = 0; file < 400; file++) {
            byte[] text = ITEM.repeat(4).getBytes(StandardCharsets.UTF_8);
            int first = ITEM.getBytes(StandardCharsets.UTF_8).length;
            for (int change = 0; change < 6; change++) {
                // The first item stays whole, by which the format is known.
                text[first + random.nextInt(text.length - first)] = random.nextInt(3) == 0
                        ? (byte) (1 + random.nextInt(255))
                        : bits[random.nextInt(bits.length)];
            }
            assertSame(text);
        }
    }

    @Test
    void linesAcrossPiecesReadTheSame() {
        String wide = ITEM.replace("\"textLanguage\":\"en\"", "\"signature\":\"" + "Grüße ".repeat(60_000) + "\"");
        assertSame(ITEM.repeat(700) + wide + "{\"cut\": \"" + ITEM.repeat(2) + wide.repeat(2) + ITEM.strip());
    }

    @Test
    void aFileThatBreaksOffTellsTheSame() {
        byte[] whole = TestFiles.gzip(ITEM + "{\"id\":" + new Random(1).ints(9_000).boxed().toList());
        byte[] cut = Arrays.copyOf(whole, whole.length - 2_000);

        assertThat(told(TestFiles.source(cut), true)).isEqualTo(told(TestFiles.source(cut), false));
        assertThat(told(TestFiles.source(cut), true).rows()).last().asString().contains("CUT_OFF");
    }

    @Test
    void aLineThatIsTooLongReadsTheSame() {
        assertSame(ITEM + "{\"a\":\"" + "x".repeat(26_000_000) + "\"}\n" + ITEM);
        assertSame(ITEM + "{\"a\":\"" + "x".repeat(9_000_000) + "\"}\n" + ITEM);
    }

    private static void assertSame(String text) {
        assertSame(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSame(byte[] text) {
        assertThat(told(TestFiles.source(text), true)).isEqualTo(told(TestFiles.source(text), false));
    }

    private static Told told(String text, boolean inPieces) {
        return told(TestFiles.source(text), inPieces);
    }

    private static Told told(ImportSource source, boolean inPieces) {
        List<String> rows = new ArrayList<>();
        try (OpenFile file = TestFiles.open(source)) {
            if (inPieces) {
                assertThat(file.comesInPieces()).isTrue();
                pieces(file, rows);
            } else {
                for (RawRow row = file.next(); row != null; row = file.next()) {
                    rows.add(told(row, file.mapper()));
                }
            }
            return new Told(rows, file.problem().orElse(""), file.remarks());
        }
    }

    private static void pieces(OpenFile file, List<String> rows) {
        long before = 0;
        long lines = 0;
        for (Piece piece = file.nextPiece(); piece != null; piece = file.nextPiece()) {
            Piece.Rows read = piece.rows();
            for (RawRow row : read.rows()) {
                rows.add(told(row.moved(before, lines), file.mapper()));
            }
            before += read.rows().size();
            lines += read.lines();
        }
    }

    private static String told(RawRow row, RowMapper mapper) {
        RowResult result = mapper.map(row, CONTEXT);
        boolean hidden = row instanceof RawRow.Json json && json.item().isPrivate();
        String tree = row instanceof RawRow.Json json ? json.node().toString() : "";
        return row.position() + " " + result + " " + hidden + " " + row.excerpt() + " " + tree.hashCode();
    }
}
