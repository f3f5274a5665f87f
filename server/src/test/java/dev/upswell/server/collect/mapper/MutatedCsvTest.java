package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.Answers;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rows of every CSV format that is told by its columns, damaged in every way: whatever comes, a row is kept with what it says or set aside.
class MutatedCsvTest {

    private static final MappingContext CONTEXT = new MappingContext(GoldenRows.NOW, GoldenRows.NOW);
    private static final int ROWS_A_FILE = 100;
    private static final long CELLS_AT_MOST = 2_000_000;

    /// A file with one row; all its numbers differ, so that a value from a wrong place is seen.
    private record Sheet(FileFormat format, String header, String row) {
    }

    private static final List<Sheet> SHEETS = List.of(
            new Sheet(FileFormat.HASHTAG_VIEWS, "hashtag,observed_at,views", "slowbread,2025-09-01T10:00:00Z,541203"),
            new Sheet(FileFormat.DISCOVER_HASHTAGS, "observed_at,host,hashtag_id,hashtag,views",
                    "2021-03-01T10:00:00Z,www,7700123,slowbread,812345678"),
            new Sheet(FileFormat.DISCOVER_SOUNDS, "observed_at,host,music_id,title,posts",
                    "2021-03-01T10:00:00Z,www,7600000000000000303,tune,66123"),
            new Sheet(FileFormat.DISCOVER_CREATORS, "observed_at,host,user_id,handle,followers,likes",
                    "2021-03-01T10:00:00Z,www,6800123,slow.baker,3177000,88123000"),
            new Sheet(FileFormat.CREATIVE_CENTER_HASHTAGS,
                    "hashtag_name,country,video_views,publish_count,crawl_date,crawl_time",
                    "slowbread,DE,8123456,912,2025-07-01,10:11:12"),
            new Sheet(FileFormat.CREATIVE_CENTER_POSTS,
                    "item_id,item_name,url,play_count,like_count,crawl_date,crawl_time",
                    "7500000000000000601,slow bread,https://www.tiktok.com/@x/video/7500000000000000601,4100200,123456,2025-07-01,10:11:12"),
            new Sheet(FileFormat.CREATIVE_CENTER_CREATOR_VIDEOS,
                    "uniqueId,follower_count,video_item_id,video_play_count,video_like_count,video_url,video_name,crawl_date,crawl_time",
                    "slow.baker,317700,7500000000000000602,4100201,123457,https://www.tiktok.com/@x/video/7500000000000000602,bread,2025-07-01,10:11:12"),
            new Sheet(FileFormat.APIFY_ITEMS_CSV,
                    "webVideoUrl,playCount,diggCount,shareCount,commentCount,collectCount,createTimeISO,text,authorMeta/name,authorMeta/fans,musicMeta/musicId,videoMeta/duration,hashtags/0/name",
                    "https://www.tiktok.com/@creator_one/video/7000000000000000101,132101,8112,1406,122,3501,2025-07-02T05:03:39.000Z,caption,creator_one,318001,7222412076617141035,18,parasites"),
            new Sheet(FileFormat.TIKTOK_STUDIO_VIDEOS,
                    "Video ID,Video link,Video views,Total likes,Average watch time,Watched full video,Retention at 3 s,Retention at 5 s,Profile views,New followers",
                    "7600000000000000604,https://www.tiktok.com/@x/video/7600000000000000604,751,71,00:13,4.1%,64%,45.5%,39,29"),
            new Sheet(FileFormat.VIDEO_ANALYTICS,
                    "video_id,observed_at,completion_rate,average_watch_seconds,rewatch_ratio,retention_3s,retention_5s,profile_views,link_clicks,new_followers",
                    "7600000000000000605,2026-02-18T10:00:00Z,0.042,14.25,0.09,0.65,0.46,40,7,30"),
            new Sheet(FileFormat.UPSWELL_OBSERVATIONS,
                    "kind,id,source,observed_at,name,views,likes,comments,shares,saves,posts,followers",
                    "video,7600000000000000501,mine,2026-01-01T00:00:00Z,,41002,1234,78,9,101,,"));

    /// Without NUL, which makes the whole file a binary one.
    private static final List<String> CELLS = List.of("", " ", "NaN", "Infinity", "-1", "1e400", "1e-9", "0x10", "١٢٣",
            "\"12,34\"", "1.234.567", "541.2K", "9e18", "99999999999999999999999", "7.5e18", "\u0001", "\u202E321",
            "\"a\nb\"", "\"say \"\"so\"\"\"", "' or 1=1 --", "<script>alert(1)</script>", "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0", "2026-02-30", "0001-01-01T00:00:00Z", "+292278994-08-17T07:12:55Z", "#", "@",
            "https://www.tiktok.com/@x/video/1", "x".repeat(20_000), "null", "true", "video", "hashtag");

    @Test
    void aFewThousandDamagedRowsAreKeptAsTheyAreOrSetAside() {
        damage(5_000, 1);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedRowsAreKeptAsTheyAreOrSetAside() {
        damage(100_000, 2);
    }

    private static void damage(int rows, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        long kept = 0;
        long aside = 0;
        long refused = 0;
        for (int file = 0; file * ROWS_A_FILE < rows; file++) {
            Sheet sheet = SHEETS.get(file % SHEETS.size());
            StringBuilder text = new StringBuilder(
                    chance.nextInt(20) == 0 ? damaged(sheet.header(), chance) : sheet.header());
            for (int row = 0; row < ROWS_A_FILE; row++) {
                text.append(chance.nextInt(30) == 0 ? "\r\n" : "\n").append(damaged(sheet.row(), chance));
            }
            try {
                for (Read one : read(text.toString())) {
                    switch (one.result()) {
                        case RowResult.Mapped mapped -> {
                            requireSaid(mapped, one.row(), text.toString());
                            kept++;
                        }
                        case RowResult.Rejected no -> {
                            assertThat(no.detail().length()).isLessThan(2_000);
                            aside++;
                        }
                    }
                }
            } catch (ImportRefused unknown) {
                assertThat(unknown.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(kept).as("rows kept").isGreaterThan(rows / 10);
        assertThat(aside).as("rows set aside").isGreaterThan(rows / 10);
        assertThat(refused).as("files whose columns were damaged").isLessThan(rows / ROWS_A_FILE / 4);
    }

    /// A row as it was read and what became of it.
    private record Read(RawRow row, RowResult result) {
    }

    private static List<Read> read(String text) {
        List<Read> rows = new ArrayList<>();
        try (OpenFile file = new ContentDetection(Mappers.all()).open(Answers.source("test", text),
                ImportOptions.AUTO)) {
            RowMapper mapper = file.mapper();
            for (RawRow row = file.next(); row != null; row = file.next()) {
                rows.add(new Read(row, mapper.map(row, CONTEXT)));
            }
        }
        return rows;
    }

    /// Fields must be those of the file, and what is kept must stand in them.
    private static void requireSaid(RowResult.Mapped mapped, RawRow row, String text) {
        List<String> values = ((RawRow.Csv) row).values();
        assertThat(values).allMatch(value -> text.contains(value) || text.contains(value.replace("\"", "\"\"")));
        SaidValues.require(mapped, values, String.join("|", values));
    }

    private static String damaged(String row, SplittableRandom chance) {
        List<String> cells = new ArrayList<>(Arrays.asList(row.split(",", -1)));
        for (int hits = chance.nextInt(3); hits > 0; hits--) {
            int at = chance.nextInt(cells.size());
            switch (chance.nextInt(10)) {
                case 0 -> cells.remove(at);
                case 1 -> cells.add(at, CELLS.get(chance.nextInt(CELLS.size())));
                case 2 -> cells.set(at, cells.get(chance.nextInt(cells.size())));
                case 3 -> cells.set(at, Long.toString(chance.nextLong()));
                case 4 -> cells.set(at, Double.toString(chance.nextDouble() * 1e9));
                case 5 -> cells.set(at, '"' + cells.get(at));
                case 6 -> cells.set(at, '"' + cells.get(at) + "\"x");
                default -> cells.set(at, CELLS.get(chance.nextInt(CELLS.size())));
            }
            if (cells.isEmpty()) {
                cells.add("");
            }
        }
        String line = String.join(chance.nextInt(200) == 0 ? ";" : ",", cells);
        return chance.nextInt(50) == 0 ? line.substring(0, chance.nextInt(line.length() + 1)) : line;
    }

    @Test
    void undamagedRowsAreKept() {
        for (Sheet sheet : SHEETS) {
            assertThat(read(sheet.header() + "\n" + sheet.row() + "\n")).as(sheet.format().label()).singleElement()
                    .satisfies(row -> assertThat(row.result()).isInstanceOf(RowResult.Mapped.class));
        }
    }

    @Test
    void everyFormatThatIsToldByItsColumnsHasASheet() {
        assertThat(SHEETS.stream().map(Sheet::format)).containsAll(Mappers.all().stream()
                .filter(mapper -> mapper instanceof CsvMapper)
                .filter(mapper -> mapper.getClass().getPackageName().endsWith(".collect.mapper")).map(RowMapper::format)
                .collect(Collectors.toSet()));
    }

    @Test
    void aQuoteThatIsNeverClosedHoldsABoundedPartOfAFile() {
        endless(40L << 20);
    }

    @Test
    @Tag("slow")
    void evenOfAFileThatIsLargerThanTheMemory() {
        endless(Math.max(2L << 30, Runtime.getRuntime().maxMemory() + (200L << 20)));
    }

    private static void endless(long bytes) {
        byte[] head = "hashtag,observed_at,views\nslowbread,2025-09-01T10:00:00Z,7\n\""
                .getBytes(StandardCharsets.UTF_8);
        ImportSource source = new ImportSource("endless", bytes, () -> new InputStream() {

            private long at;

            @Override
            public int read() {
                return at >= bytes ? -1 : at < head.length ? head[(int) at++] : next();
            }

            private int next() {
                at++;
                return 'x';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                if (at >= bytes) {
                    return -1;
                }
                int given = (int) Math.min(length, bytes - at);
                for (int i = 0; i < given; i++) {
                    to[from + i] = at + i < head.length ? head[(int) at + i] : (byte) 'x';
                }
                at += given;
                return given;
            }
        });
        long longest = 0;
        long rows = 0;
        try (OpenFile file = new ContentDetection(Mappers.all()).open(source, ImportOptions.AUTO)) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                rows++;
                longest = Math.max(longest, row instanceof RawRow.Broken broken ? broken.excerpt().length() : 0);
            }
        }
        assertThat(rows).isBetween(2L, 10L);
        assertThat(longest).isBetween(1L, CELLS_AT_MOST);
    }
}
