package dev.upswell.server.collect.format;

import static dev.upswell.server.collect.format.TestFiles.gzip;
import static dev.upswell.server.collect.format.TestFiles.rows;
import static dev.upswell.server.collect.format.TestFiles.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFileTest {

    private static final String ITEM = "{\"id\":\"%d\",\"createdAt\":\"2025-01-01T00:00:00Z\"}";

    private static String item(int id) {
        return ITEM.formatted(id);
    }

    @Test
    void aBrokenLineIsOneBadRow() {
        assertThat(rows(source("{broken\n" + item(1) + "\n\n" + item(2) + " trailing\n[1\n" + item(3))))
                .containsExactly(
                        "1: !broken-json", "2: " + item(1), "4: !broken-json", "5: !broken-json", "6: " + item(3));
    }

    @Test
    void aDiskThatFailsIsNoEndOfTheFile() {
        String document = "[" + item(1) + "," + (item(2) + ",").repeat(5_000);
        for (String content : List.of(document, item(1) + "\n" + (item(2) + "\n").repeat(5_000))) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            var failing = new ImportSource("test", bytes.length,
                    () -> new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("Input/output error");
                        }
                    }));

            assertThatThrownBy(() -> rows(failing)).isInstanceOf(ImportRefused.class)
                    .hasMessageContaining("The file test cannot be read").hasMessageContaining("Input/output error");
        }
    }

    @Test
    void aLineMayHoldAWholePage() {
        assertThat(rows(
                source("{\"data\":{\"data\":[" + item(1) + "," + item(2) + "]}}\n{\"data\":[]}\n" + item(3) + "\n")))
                .containsExactly("1: " + item(1), "1: " + item(2), "3: " + item(3));
    }

    @Test
    void aTenMegabyteLineIsPutAsideAndTheNextGoOn() {
        String endless = "{\"id\":\"9\",\"caption\":\"" + "x".repeat(10_000_000) + "\"}\n";

        assertThat(rows(source(item(1) + "\n" + endless + item(2) + "\n"))).containsExactly("1: " + item(1),
                "2: !too-long",
                "3: " + item(2));
        assertThat(rows(source(endless + item(2) + "\n"))).containsExactly("1: !too-long", "2: " + item(2));
        assertThat(rows(source("[" + item(1) + ",\n" + endless + "," + item(2) + "]"))).containsExactly("1: " + item(1),
                "2: !too-long", "3: " + item(2));
    }

    @Test
    void manySmallPartsCannotMakeAnItemTooLargeForTheMemory() {
        String wide = "{\"id\":\"9\",\"hashtags\":[" + "1,".repeat(3_000_000) + "1]}";

        assertThat(rows(source("[" + item(1) + "," + wide + "," + item(2) + "]"))).containsExactly("1: " + item(1),
                "1: !too-long", "1: " + item(2));
    }

    @Test
    void aDocumentThatBreaksOffSaysWhereAndKeepsWhatCameBefore() {
        List<String> rows = rows(source("[\n" + item(1) + ",\n" + item(2) + ",\n{\"id\":\"3\",\n"));

        assertThat(rows).startsWith("2: " + item(1), "3: " + item(2), "4: !broken-json").hasSize(4);
        assertThat(rows.getLast()).startsWith("The JSON breaks off in item 3 at line 5")
                .endsWith("What follows was not read.");
    }

    @Test
    void aTruncatedGzipEndsInACutOffRow() {
        String lines = (item(123) + "\n").repeat(1) + "{\"id\":\"4\",\"caption\":\"" + "abcdefghij\u00e9".repeat(50)
                + "\"}\n";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(item(i * 7919 % 3_001)).append('\n');
        }
        byte[] whole = gzip(text + lines);

        List<String> rows = rows(source(Arrays.copyOf(whole, whole.length * 2 / 3)));

        assertThat(rows.getLast()).contains("gzip stream is cut off");
        assertThat(rows.subList(0, rows.size() - 2)).noneMatch(row -> row.contains("!"));
    }

    @Test
    void layoutsOfOneAnswerAreReadAlike() {
        for (String layout : new String[]{"{\"data\":{\"list\":[%s,%s]}}",
                "{\n\"meta\": {\"a\": [1, {\"b\": 2}]},\n\"data\": {\n\"list\": [\n%s,\n%s\n]}}",
                "[{\"items\":[%s]},{\"items\":[%s]}]", "[%s,%s]"}) {
            assertThat(rows(source(layout.formatted(item(1), item(2)))))
                    .extracting(row -> row.substring(row.indexOf(' ') + 1))
                    .containsExactly(item(1), item(2));
        }
    }
}
