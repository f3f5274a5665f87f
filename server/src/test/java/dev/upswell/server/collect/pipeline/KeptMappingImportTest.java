package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Files of one's own columns that a kept mapping reads.
class KeptMappingImportTest {

    private static final String VIEWS = "kind: hashtag\nname: tag\nobserved-at: day\nsource: mine\nviews: plays\n";
    private static final List<String> HEADER = List.of("tag", "plays", "day", "note");

    private final ImportBench bench = new ImportBench();
    private Instant now = ImportBench.NOW;
    private final KeptCompliance compliance = new KeptCompliance(bench.tenant, bench.database, () -> now);
    private final KeptMappings mappings = new KeptMappings(bench.tenant, bench.database, compliance, () -> now);

    private KeptMapping keep(String name, String document) {
        now = now.plus(Duration.ofMinutes(1));
        return mappings.confirm(new Confirmation(name, ColumnMapping.toKeep("test", document), HEADER, "ours", "ada"))
                .kept();
    }

    private FileReport run(String name, String content) {
        return bench.run(ImportBench.file(name, content));
    }

    private Quarantine.Retried reread(String name) {
        return Collecting.retrying(bench.database, () -> now).retry(bench.tenant, Quarantine.Wanted.of(name));
    }

    @Test
    void aLaterFileOfTheHeaderIsReadUnaskedAndTheRunRemembersIt() {
        assertThatThrownBy(() -> run("first.csv", "tag,plays,day,note\ndance,7,2026-01-01,x\n"))
                .isInstanceOf(ImportRefused.class).hasMessageContaining("The format of first.csv is not known.");
        keep("clips", VIEWS);

        FileReport report = run("next.csv", "Note;DAY;Tag;plays\nx;2026-01-02;#Dance;1.2M\ny;2026-01-02;lash;many\n");

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
        assertThat(report.mapping()).isEqualTo(new MappingVersion("clips", 1));
        assertThat(report.notes()).contains("read by the kept mapping clips, version 1", "columns not read: Note");
        assertThat(bench.one("select mapping_name || mapping_version from import_run", String.class))
                .isEqualTo("clips1");
        assertThat(bench.one("select mapping_name || mapping_version from quarantine", String.class))
                .isEqualTo("clips1");
    }

    @Test
    void knownFormatsGoFirst() {
        var known = List.of("hashtag", "observed_at", "views");
        mappings.confirm(new Confirmation("odd", ColumnMapping.toKeep("test",
                "kind: hashtag\nname: hashtag\nobserved-at: observed_at\nsource: mine\nlikes: views\n"), known, "ours",
                "ada"));

        FileReport report = run("views.csv", "hashtag,observed_at,views\ndance,2026-01-01T00:00:00Z,7\n");

        assertThat(report.mapping()).isNull();
        assertThat(report.format().label()).isEqualTo("hashtag-views");
    }

    @Test
    void whatAPersonSaidOfAHeaderGoesBeforeAFormatThatItOnlyLooksLike() {
        String table = "video id,views,day,avg watch time\n7600000000000000601,7,2026-02-01,00:12\n";
        assertThat(run("first.csv", table).format().label()).isEqualTo("tiktok-studio-videos");
        mappings.confirm(new Confirmation("clips", ColumnMapping.toKeep("test",
                "kind: video\nid: video id\nobserved-at: day\nsource: mine\nviews: views\n"),
                List.of("video id", "views", "day", "avg watch time"), "ours", "ada"));

        FileReport report = run("next.csv", table);

        assertThat(report.mapping()).isEqualTo(new MappingVersion("clips", 1));
        assertThat(report.stored()).isEqualTo(1);
        assertThat(bench.run(ImportBench.file("next.csv", table), ImportBench.reading(),
                new ImportOptions(FileFormat.TIKTOK_STUDIO_VIDEOS, null)).mapping()).as("demanded").isNull();
    }

    @Test
    void ofTwoForOneHeaderTheOneConfirmedLastReadsAndTheOtherIsNamed() {
        keep("clips", VIEWS);
        keep("other", VIEWS + "likes: note\n");

        FileReport report = run("next.csv", "tag,plays,day,note\ndance,7,2026-01-01,5\n");

        assertThat(report.mapping()).isEqualTo(new MappingVersion("other", 1));
        assertThat(report.notes()).contains("read by the kept mapping other, version 1",
                "the kept mapping clips, version 1 is for this header too; other was confirmed later. --map clips reads by"
                        + " the other");
        FileReport named = bench.run(ImportBench.file("next.csv", "tag,plays,day,note\ndance,8,2026-01-01,5\n"),
                ImportBench.reading(), ImportOptions.by(mappings.get("clips"), null));
        assertThat(named.mapping()).isEqualTo(new MappingVersion("clips", 1));
    }

    @Test
    void aMappingThatFitsTheHeaderAndNoRowSaysSo() {
        keep("clips", VIEWS);

        FileReport report = run("next.csv", "tag,plays,day,note\ndance,many,2026-01-01,x\nlash,few,2026-01-01,x\n");

        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 2L));
        assertThat(report.notes()).contains("the mapping clips, version 1 could use no row: the columns may say"
                + " something else now. Mend it, then read the rows again: upswell quarantine retry --map clips");
        assertThat(run("well.csv", "tag,plays,day,note\ndance,1,2026-01-01,x\n").notes())
                .noneMatch(note -> note.contains("could use no row"));
    }

    @Test
    void rowsAreReadAgainByTheNewestVersionAndEachOnce() {
        keep("clips", VIEWS);
        run("a.csv", "tag,plays,day,note\ndance,7,31/01/2026,x\nlash,8,2026-01-31,x\nbrow,many,31/01/2026,x\n");
        run("b.csv", "NOTE,tag,plays,Day\nx,curl,9,31/01/2026\n");
        run("c.csv", "hashtag,observed_at,views\ndance,late,7\n");
        keep("clips", VIEWS.replace("day\n", "{column: day, format: day-first}\n"));

        Quarantine.Retried tried = reread("clips");

        assertThat(tried.tried()).isEqualTo(3);
        assertThat(tried.stored()).isEqualTo(2);
        assertThat(tried.left()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(3);
        assertThat(
                bench.one("select string_agg(mapping_version::text, '') from quarantine where mapping_name = 'clips'",
                        String.class))
                .isEqualTo("2");
        assertThat(reread("clips").stored()).isZero();
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(3);
        assertThat(reread("none").tried()).isZero();
    }

    @Test
    void aVersionForAnotherHeaderAndARemovedNameLeaveRowsToTheMappingThatReadThem() {
        keep("clips", VIEWS);
        run("a.csv", "tag,plays,day,note\ndance,many,2026-01-31,x\n");
        now = now.plus(Duration.ofMinutes(1));
        mappings.confirm(new Confirmation("clips", ColumnMapping.toKeep("test", VIEWS.replace("plays", "seen")),
                List.of("tag", "seen", "day"), "ours", "ada"));

        assertThat(reread("clips").left()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
        mappings.remove("clips", "ada");
        assertThat(reread("clips").left()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
    }

    @Test
    void rowsOfASourceThatIsDeniedByNowStayWhole() {
        keep("clips", VIEWS);
        run("a.csv", "tag,plays,day,note\ndance,7,31/01/2026,x\n");
        keep("clips", VIEWS.replace("day\n", "{column: day, format: day-first}\n"));
        compliance.deny("mine", "the owner objects", "hand");

        assertThatThrownBy(() -> reread("clips")).isInstanceOf(ImportRefused.class)
                .hasMessageContaining("The source mine is denied here: the owner objects");
        assertThatThrownBy(() -> run("b.csv", "tag,plays,day,note\ndance,7,2026-01-31,x\n"))
                .isInstanceOf(ImportRefused.class).hasMessageContaining("denied here");

        compliance.allow("mine", "settled", "hand");
        assertThat(reread("clips").stored()).isEqualTo(1);
    }

    @Test
    void whereNoColumnSaysTheTimeEachFileDoes() {
        keep("clips", VIEWS.replace("observed-at: day\n", ""));
        String file = "tag,plays,day,note\ndance,7,x,x\n";

        assertThatThrownBy(() -> run("a.csv", file)).isInstanceOf(MappingRefused.class).hasMessageContaining(
                "The mapping clips, version 1 has no column that says when", "--observed-at");
        FileReport dated = bench.run(ImportBench.file("a.csv", file), ImportBench.reading(),
                new ImportOptions(null, Instant.parse("2026-01-31T00:00:00Z")));

        assertThat(dated.stored()).isEqualTo(1);
        assertThat(dated.from()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void anImportThatWasCutOffGoesOnAndOneByAMendedMappingBeginsAnew() {
        keep("clips", VIEWS);
        StringBuilder file = new StringBuilder("tag,plays,day,note\n");
        for (int row = 1; row <= 30; row++) {
            file.append("tag").append(row).append(',').append(row).append(",2026-01-31,x\n");
        }
        var source = ImportBench.file("a.csv", file.toString());
        assertThatThrownBy(() -> bench.run(source, new StoppingReading(ImportBench.reading(), 20,
                () -> new IllegalStateException("killed"))))
                .isInstanceOf(IllegalStateException.class);
        long before = bench.rows(Collected.OBSERVATION);
        assertThat(before).isBetween(1L, 29L);

        FileReport done = bench.run(source);

        assertThat(done.stored()).isEqualTo(30);
        assertThat(done.mapping()).isEqualTo(new MappingVersion("clips", 1));
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(30);

        keep("clips", VIEWS.replace("views:", "likes:"));
        assertThat(bench.run(source).stored()).isEqualTo(30);
        assertThat(bench.one("select string_agg(mapping_version::text, '' order by started_at) from import_run",
                String.class)).isEqualTo("12");
    }
}
