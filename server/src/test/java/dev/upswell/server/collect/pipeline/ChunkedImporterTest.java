package dev.upswell.server.collect.pipeline;

import static dev.upswell.server.collect.pipeline.ImportBench.file;
import static dev.upswell.server.collect.pipeline.ImportBench.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkedImporterTest {

    private final ImportBench bench = new ImportBench();

    /// Forty rows with repeats, rejects, a decrease and two readings in one window.
    private static String series() {
        StringBuilder text = new StringBuilder("hashtag,observed_at,views\n");
        for (int i = 0; i < 30; i++) {
            text.append("tag").append(i % 3).append(",2025-01-").append(10 + i / 3).append(" 00:00:00,")
                    .append(1000 + i).append('\n');
        }
        text.append("tag0,2025-01-10 00:10:00,1001\n".repeat(2)).append("tag1,2025-01-10 00:00:00,990\n")
                .append("tag1,2025-01-10 00:00:00,-1\n".repeat(6)).append("tag2,1970-01-01 00:00:00,5\n");
        return text.toString();
    }

    @Test
    void everyRowCountsExactlyOnce() {
        FileReport report = bench.run(file("folder/series.csv", series()));

        assertThat(report.rowsRead()).isEqualTo(40);
        assertThat(report.stored()).isEqualTo(32);
        assertThat(report.duplicate()).isEqualTo(1);
        assertThat(report.quarantined())
                .isEqualTo(Map.of(RejectReason.NEGATIVE_COUNT, 6L, RejectReason.TOO_OLD_TIME, 1L));
        assertThat(report.observations()).isEqualTo(32);
        assertThat(report.entities()).isEqualTo(Map.of(EntityKind.HASHTAG, 3L));
        assertThat(report.from()).isEqualTo(Instant.parse("2025-01-10T00:00:00Z"));
        assertThat(report.to()).isEqualTo(Instant.parse("2025-01-19T00:00:00Z"));
        assertThat(report.format()).isEqualTo(FileFormat.HASHTAG_VIEWS);
        assertThat(report.problem()).isNull();
        assertThat(report.notes()).singleElement().asString().startsWith("2 readings share a 15-minute window");
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(32);
        assertThat(bench.one(
                "select string_agg(kind || ' ' || entity_id || ' ' || from_time, ', ' order by entity_id) from metric_due",
                String.class)).isEqualTo("hashtag tag0 2025-01-10 00:00:00+00, hashtag tag1 2025-01-10 00:00:00+00,"
                        + " hashtag tag2 2025-01-10 00:00:00+00");
        assertThat(bench.one("select state || ' ' || file_name || ' ' || entities from import_run", String.class))
                .isEqualTo("DONE series.csv {\"hashtag\": 3}");
    }

    @Test
    void theSameContentAgainStoresNothingAndLeavesNoTrace() {
        bench.run(file("series.csv", series()));
        String before = bench.dump();

        FileReport again = bench.run(file("renamed.csv", series()));

        assertThat(again.stored()).isZero();
        assertThat(again.duplicate()).isEqualTo(33);
        assertThat(again.quarantinedRows()).isEqualTo(7);
        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void anImportStoppedAtAnyRowEndsLikeAnUndisturbedOne() {
        ImportSource source = file("series.csv", series());
        FileReport undisturbed = bench.run(source);
        String expected = bench.dump();

        for (int row : new int[]{1, 8, 33, 41}) {
            ImportBench other = new ImportBench();
            assertThatThrownBy(
                    () -> other.run(source, new StoppingReading(reading(), row, StoppingReading.Killed::new)))
                    .isInstanceOf(StoppingReading.Killed.class);
            assertThatThrownBy(
                    () -> other.run(source,
                            new StoppingReading(reading(), Math.min(row + 9, 41), IllegalStateException::new)))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(other.run(source)).as("stopped at row " + row).isEqualTo(undisturbed);
            assertThat(other.dump()).as("stopped at row " + row).isEqualTo(expected);
        }
    }

    @Test
    void filesThatOverlapAtTheSameTimeStoreNothingTwice() {
        List<ImportSource> files = IntStream.range(0, 4)
                .mapToObj(i -> file("part" + i, series() + "tag" + i + ",2025-02-01,1\n"))
                .toList();

        List<FileReport> reports = files.stream().map(file -> CompletableFuture.supplyAsync(() -> bench.run(file)))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(36);
        assertThat(reports.stream().mapToLong(FileReport::stored).sum()).isEqualTo(36);
        assertThat(reports.stream().mapToLong(FileReport::rowsRead).sum()).isEqualTo(164);
    }

    @Test
    void twoTenantsWithTheSameFileHaveTheirOwn() {
        ImportBench other = new ImportBench();
        ImportSource source = file("series.csv", series());
        assertThat(bench.run(source).stored()).isEqualTo(32);

        assertThat(other.rows(Collected.OBSERVATION)).isZero();
        assertThat(Collecting.quarantine(other.database).count(other.tenant, Quarantine.Filter.ALL)).isZero();
        assertThat(other.run(source).stored()).isEqualTo(32);
        assertThat(other.dump()).isEqualTo(bench.dump());
    }

    @Test
    void quarantinedRowsAreListedByFileAndReasonInPages() {
        bench.run(file("series.csv", series()));
        bench.run(file("other.csv", "hashtag,observed_at,views\n\na,2025-01-01 00:00:00,x\u0001y\n"));
        Quarantine quarantine = Collecting.quarantine(bench.database);

        assertThat(quarantine.countByFile(bench.tenant)).isEqualTo(Map.of("series.csv", 7L, "other.csv", 1L));
        assertThat(quarantine.countByReason(bench.tenant))
                .isEqualTo(Map.of("negative-count", 6L, "too-old-time", 1L, "bad-number", 1L));
        assertThat(quarantine.list(bench.tenant, new Quarantine.Filter("series.csv", ""), 2, 5))
                .extracting(row -> row.position().line() + " " + row.reason().label() + " " + row.detail() + " "
                        + row.excerpt())
                .containsExactly("40 negative-count views (-1) tag1,2025-01-10 00:00:00,-1",
                        "41 too-old-time observed_at (1970-01-01 00:00:00) tag2,1970-01-01 00:00:00,5");
        assertThat(quarantine.count(bench.tenant, new Quarantine.Filter("SERIES", ""))).isEqualTo(7);
        assertThat(quarantine.count(bench.tenant, new Quarantine.Filter("nothing", ""))).isZero();
        assertThat(quarantine.list(bench.tenant, new Quarantine.Filter("", "bad-number"), 10, 0)).singleElement()
                .satisfies(row -> assertThat(row.position().line()).isEqualTo(3));
    }

    @Test
    void theSameBytesReadInAnotherWayReplaceTheQuarantine() {
        String answer = "{\"data\":{\"list\":[{\"hashtag_name\":\"a\",\"publish_cnt\":1,\"video_views\":5}]}}";
        ImportSource source = file("answer.json", answer);
        assertThat(bench.run(source).quarantined()).isEqualTo(Map.of(RejectReason.MISSING_TIME, 1L));

        FileReport dated = bench.run(source, reading(), new ImportOptions(null, Instant.parse("2025-01-01T00:00:00Z")));

        assertThat(dated.stored()).isEqualTo(1);
        assertThat(Collecting.quarantine(bench.database).count(bench.tenant, Quarantine.Filter.ALL)).isZero();
        assertThat(bench.one("select cumulative from source", Boolean.class)).isFalse();
    }

    /// Undated, every row is rejected; dated, only the last is.
    private static String items() {
        return IntStream.range(0, 20)
                .mapToObj(i -> "{\"hashtag_name\":\"a" + i + "\",\"publish_cnt\":1,\"video_views\":5},")
                .collect(Collectors.joining("", "[", "{\"hashtag_name\":\"b\",\"publish_cnt\":-1,\"video_views\":5}]"));
    }

    @Test
    void anImportInterruptedAndThenDoneInAnotherWayCanStillBeDoneInItsOwn() {
        ImportSource source = file("answer.json", "{\"data\":{\"list\":" + items() + "}}");
        ImportOptions dated = new ImportOptions(null, Instant.parse("2025-01-01T00:00:00Z"));
        FileReport undated = new ImportBench().run(source);

        assertThatThrownBy(() -> bench.run(source, new StoppingReading(reading(), 12, StoppingReading.Killed::new)))
                .isInstanceOf(StoppingReading.Killed.class);
        assertThat(bench.one("select rows_done || ' ' || reasons from import_run", String.class))
                .isEqualTo("10 {\"missing-time\": 10}");
        FileReport other = bench.run(source, reading(), dated);

        assertThat(other.stored()).isEqualTo(20);
        assertThat(bench.run(source)).isEqualTo(undated);
        assertThat(bench.run(source, reading(), dated).quarantined()).isEqualTo(other.quarantined());
        assertThat(bench.one("select string_agg(state, ' ' order by state) from import_run", String.class))
                .isEqualTo("DONE DONE SUPERSEDED");
        assertThat(bench.one("select reasons from import_run where quarantined = 21 and state = 'DONE'", String.class))
                .isEqualTo("{\"missing-time\": 21}");
    }

    @Test
    void anInterruptedImportOfAnOlderMappingIsSuperseded() {
        assertThatThrownBy(() -> bench.run(file("s.csv", series()),
                new StoppingReading(reading(), 30, StoppingReading.Killed::new)))
                .isInstanceOf(StoppingReading.Killed.class);
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update import_run set options = '{\"mapperVersion\": 0}'").update());

        assertThat(bench.run(file("s.csv", series())).quarantinedRows()).isEqualTo(7);

        assertThat(bench.one("select string_agg(state, ' ' order by state) from import_run", String.class))
                .isEqualTo("DONE SUPERSEDED");
    }

    @Test
    void totalsOfAPeriodNeverTurnIntoRunningTotals() {
        bench.run(file("answer.json", "{\"data\":{\"list\":" + items() + "}}"), reading(),
                new ImportOptions(null, Instant.parse("2025-01-01T00:00:00Z")));

        FileReport report = bench.run(file("observations.csv", "kind,id,source,observed_at,views\n"
                + "hashtag,a1,creative-center:hashtags-7d,2025-01-02T00:00:00Z,9\n"));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.startsWith(
                "the source creative-center:hashtags-7d is known for totals of a period"));
        assertThat(bench.one("select cumulative || ' ' || note from source", String.class))
                .startsWith("false Totals of a period and running totals came under this name");
    }

    @Test
    void rowsAreLockedInTheOrderInWhichTheDatabaseSortsBytes() {
        bench.run(file("series.csv",
                "hashtag,observed_at,views\n\uD835\uDC82,2025-01-02,5\n\uFF46,2025-01-02,5\nb,2025-01-02,5\n"));

        for (String table : List.of("metric_due", "entity")) {
            assertThat(bench.one("select string_agg(entity_id, ' ' order by ctid) from " + table, String.class))
                    .isEqualTo("b \uFF46 \uD835\uDC82");
        }
    }

    @Test
    void contentAndReadingsOfOneRowAreStoredTogether() {
        String items = """
            {"id":"7400000000000000001","text":"a #one","playCount":5,"authorMeta":{"name":"x","fans":3},"webVideoUrl":"u"}
            {"id":"7400000000000000001","text":"a #one","playCount":5,"authorMeta":{"name":"x","fans":3},"webVideoUrl":"u"}
            {"id":"7400000000000000001","text":"a #one","playCount":6,"authorMeta":{"name":"x","fans":3},"webVideoUrl":"u"}
            """;
        ImportOptions dated = new ImportOptions(null, Instant.parse("2025-01-01T00:00:00Z"));

        FileReport report = bench.run(file("items.jsonl", items), reading(), dated);

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.duplicate()).isEqualTo(1);
        assertThat(report.observations()).isEqualTo(3);
        assertThat(bench.rows(Collected.VIDEO)).isEqualTo(1);
        assertThat(bench.one("select name from entity where kind = 'video'", String.class)).isEqualTo("a #one");
        assertThat(bench.run(file("items.jsonl", items)).stored()).isZero();
    }

    @Test
    void aTruncatedFileSaysSoAndTheWholeOneAddsTheRest() {
        String half = series().substring(0, series().indexOf("tag2,2025-01-12")) + "\"tag2,2025";
        FileReport report = bench.run(file("half.csv", half));

        assertThat(report.problem()).contains("never closed");
        assertThat(report.quarantined()).containsEntry(RejectReason.CUT_OFF, 1L);
        assertThat(bench.one("select message from import_run", String.class)).contains("never closed");
        assertThat(bench.run(file("whole.csv", series())).stored()).isEqualTo(32 - report.stored());
    }

    @Test
    void aPreviewShowsTheFirstRowsAndStoresNothing() {
        ImportPreview preview = new ChunkedImporter(bench.database, reading(), InstantSource.fixed(ImportBench.NOW),
                ImportBench.SMALL)
                .preview(bench.tenant,
                        file("x.csv", series().replace("views\n", "views,extra\n").replaceAll("(?m)(\\d)$", "$1,z")),
                        ImportOptions.AUTO);

        assertThat(preview.format()).isEqualTo(FileFormat.HASHTAG_VIEWS);
        assertThat(preview.columns()).containsExactly("hashtag", "observed_at", "views", "extra");
        assertThat(preview.recognised()).containsExactly("hashtag", "observed_at", "views");
        assertThat(preview.rows()).hasSize(20);
        assertThat(bench.rows(Collected.OBSERVATION)).isZero();
    }
}
