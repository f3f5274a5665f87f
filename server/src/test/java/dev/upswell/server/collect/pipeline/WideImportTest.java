package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Imports of wide tables, of which every filled cell is a row.
class WideImportTest {

    private static final String TIMES = "kind: hashtag\nname: tag\nsource: mine\ncells: {columns: times, counter: views}\n";
    private static final String NAMES = "kind: hashtag\nobserved-at: day\nsource: mine\ncells: {columns: names, counter: views}\n";
    private static final List<String> HEADER = List.of("tag", "2026-01-01", "2026-01-02", "note");

    private final ImportBench bench = new ImportBench();
    private Instant now = ImportBench.NOW;
    private final KeptCompliance compliance = new KeptCompliance(bench.tenant, bench.database, () -> now);
    private final KeptMappings mappings = new KeptMappings(bench.tenant, bench.database, compliance, () -> now);

    private void keep(String document, List<String> header) {
        now = now.plus(Duration.ofMinutes(1));
        mappings.confirm(new Confirmation("sheet", ColumnMapping.toKeep("test", document), header, "ours", "ada"));
    }

    private FileReport run(String name, String content) {
        return bench.run(ImportBench.file(name, content));
    }

    private Quarantine.Retried reread() {
        return Collecting.retrying(bench.database, () -> now).retry(bench.tenant, Quarantine.Wanted.of("sheet"));
    }

    @Test
    void cellsAreCountedStoredAndSetAsideOneByOne() {
        keep(TIMES, HEADER);

        FileReport report = run("a.csv", "tag,2026-01-01,2026-01-02,note\n#dance,5,many,x\nlash,,7,x\nbroken,1\n");

        assertThat(report.rowsRead()).isEqualTo(4);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.quarantined()).isEqualTo(
                Map.of(RejectReason.BAD_NUMBER, 1L, RejectReason.WRONG_COLUMN_COUNT, 1L));
        assertThat(report.notes()).contains("columns not read: note",
                "a wide table: each cell of its 2 columns of cells is a row here; empty cells are none");
        assertThat(bench.one("select line || ' ' || detail || ' | ' || excerpt from quarantine"
                + " where reason = 'bad-number'", String.class))
                .isEqualTo("2 column 2026-01-02: views (many) | #dance,x,many");
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(2);
    }

    @Test
    void theNextExportWithOtherDaysIsReadUnaskedAndOnlyItsNewCellsAreStored() {
        keep(TIMES, HEADER);
        run("a.csv", "tag,2026-01-01,2026-01-02,note\n#dance,5,6,x\n");

        FileReport next = run("b.csv", "Note,TAG,2026-01-02,2026-01-03,2026-01-04\nx,#dance,6,7,8\n");

        assertThat(next.mapping()).isEqualTo(new MappingVersion("sheet", 1));
        assertThat(next.duplicate()).isEqualTo(1);
        assertThat(next.stored()).isEqualTo(2);
        FileReport again = run("b.csv", "Note,TAG,2026-01-02,2026-01-03,2026-01-04\nx,#dance,6,7,8\n");
        assertThat(again.stored()).isZero();
        assertThat(again.duplicate()).isEqualTo(3);
        assertThat(run("c.csv", "tag,note,2026-01-02,2026-01-03,2026-01-04\n#dance,x,6,7,8\n").duplicate())
                .isEqualTo(3);
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(4);
    }

    @Test
    void cellsThatWereSetAsideAreReadAgainByTheMendedMapping() {
        keep(TIMES, HEADER);
        run("a.csv", "tag,2026-01-01,2026-01-02,note\n,5,6,dance\n,many,8,lash\n");
        assertThat(bench.rows(Collected.OBSERVATION)).isZero();
        keep(TIMES.replace("name: tag", "name: note"), HEADER);

        Quarantine.Retried tried = reread();

        assertThat(tried.tried()).isEqualTo(4);
        assertThat(tried.stored()).isEqualTo(3);
        assertThat(tried.left()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
        assertThat(reread().stored()).isZero();
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(3);
        assertThat(bench.one("select detail from quarantine", String.class))
                .isEqualTo("column 2026-01-01: views (many)");
    }

    @Test
    void wholeRowsAreNotTakenForCells() {
        List<String> header = List.of("day", "dance", "lash");
        keep("kind: hashtag\nname: day\nobserved-at: lash\nsource: mine\nviews: dance\n", header);
        run("a.csv", "day,dance,lash\n2026-01-01,5,6\n");
        keep(NAMES, header);

        assertThat(reread().stored()).as("by the version that read them").isZero();
        var all = new Quarantine.Wanted("", "", "", null, "", ColumnMapping.parse("m", NAMES, null));
        assertThat(Collecting.retrying(bench.database, () -> now).retry(bench.tenant, all).left())
                .isEqualTo(Map.of(RejectReason.NO_COUNTS, 1L));
        assertThat(bench.one("select detail from quarantine", String.class)).isEqualTo(
                "the mapping reads cells, and this is a whole row: import its file again by the mapping");
        assertThat(run("a.csv", "day,dance,lash\n2026-01-01,5,6\n").stored()).isEqualTo(2);
    }

    @Test
    void aTableNamedAfterAnotherCounterIsNotReadUnasked() {
        keep(TIMES, HEADER);
        assertThat(run("views 2026.csv", "tag,2026-01-01,2026-01-02,note\n#dance,5,6,x\n").notes())
                .contains("read by the kept mapping sheet, version 1, its cells as views");

        assertThatThrownBy(() -> run("likes 2026.csv", "tag,2026-01-01,2026-01-02,note\n#dance,1,2,x\n"))
                .isInstanceOf(ImportRefused.class).hasMessageContaining("The format of likes 2026.csv is not known.");
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(2);
    }

    @Test
    void whatIsLeftOutIsLeftOutInAnotherSpellingToo() {
        List<String> header = List.of("day", "dance", "lash", "Total");
        keep(NAMES.replace("views}", "views, except: [Total]}"), header);

        FileReport report = run("a.csv", "day,dance,lash,TOTAL\n2026-01-01,5,6,11\n");

        assertThat(report.stored()).isEqualTo(2);
    }

    @Test
    void cellsOfColumnsThatAreLeftOutNowAreNotReadAgain() {
        keep(TIMES, HEADER);
        run("a.csv", "tag,2026-01-01,2026-01-02,note\n,5,6,dance\n");
        keep(TIMES.replace("name: tag", "name: note").replace("views}", "views, except: ['2026-01-02']}"), HEADER);

        Quarantine.Retried tried = reread();

        assertThat(tried.stored()).isEqualTo(1);
        assertThat(tried.left()).isEqualTo(Map.of(RejectReason.NO_COUNTS, 1L));
    }

    @Test
    void totalsOfPeriodsGiveNoGrowth() {
        keep(NAMES.replace("views}", "views, totals: period}"), List.of("day", "dance", "lash"));

        FileReport report = run("a.csv", "day,dance,lash\n2026-01-01,5,6\n2026-01-02,3,9\n");

        assertThat(report.stored()).isEqualTo(4);
        assertThat(report.notes())
                .contains("the counters are totals of a period: kept, but no growth is computed from them");
        assertThat(bench.one("select cumulative from source where name = 'mine'", Boolean.class)).isFalse();
    }

    @Test
    void aKillInTheMiddleOfARowLosesNothingAndDoublesNothing() {
        keep(TIMES, HEADER);
        StringBuilder file = new StringBuilder("tag,2026-01-01,2026-01-02,2026-01-03,note\n");
        for (int row = 1; row <= 12; row++) {
            file.append("tag").append(row).append(',').append(row).append(row % 4 == 0 ? ",bad," : ",7,")
                    .append(row % 3 == 0 ? "" : "9").append(",x\n");
        }
        ImportSource source = ImportBench.file("a.csv", file.toString());
        ImportOptions options = new ImportOptions(null, null, ColumnMapping.parse("m", TIMES, null));
        Random random = new Random(7);
        for (int kill = 0; kill < 12; kill++) {
            long row = 1 + random.nextInt(33);
            try {
                bench.run(source, new StoppingReading(ImportBench.reading(), row, StoppingReading.Killed::new),
                        options);
            } catch (StoppingReading.Killed killed) {
                continue;
            }
        }

        FileReport done = bench.run(source, ImportBench.reading(), options);

        assertThat(done.rowsRead()).isEqualTo(32);
        assertThat(done.stored()).isEqualTo(29);
        assertThat(done.quarantined()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 3L));
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(29);
        assertThat(bench.one("select count(*) from quarantine", Long.class)).isEqualTo(3);
    }

    @Test
    void aMomentForEveryFileHasNoPlaceBesideColumnsOfTimes() {
        assertThatThrownBy(() -> ColumnMapping.toKeep("m", TIMES + "observed-at: {constant: 2026-01-01T00:00:00Z}\n"))
                .hasMessageContaining("observed-at is said by the columns of cells; leave it out");
    }
}
