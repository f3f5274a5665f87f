package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.store.LakeSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files whose rows say in a column who tells them.
class SourceColumnTest {

    private static final InstantSource CLOCK = InstantSource.fixed(ImportBench.NOW);
    private static final String VIEWS = "kind: hashtag\nname: tag\nobserved-at: day\nviews: plays\n"
            + "source: {column: feed, otherwise: mine}\n";
    private static final String FILE = """
        tag,plays,day,feed
        a,1,2026-01-01,Trend  Watch
        b,2,2026-01-01,
        c,3,2026-01-01,not allowed
        d,4,2026-01-01,trend-watch
        e,5,2026-01-01,what?
        """;

    private final ImportBench bench = new ImportBench();
    private final KeptCompliance compliance = new KeptCompliance(bench.tenant, bench.database, CLOCK);

    @BeforeEach
    void twoSourcesAreAllowed() {
        compliance.allow("mine", "our own counters", "hand");
        compliance.allow("trend-watch", "licensed", "hand");
    }

    private static ImportOptions by(String mapping) {
        return new ImportOptions(null, null, ColumnMapping.parse("test", mapping, null));
    }

    private FileReport run(String content, String mapping) {
        return bench.run(ImportBench.file("file.csv", content), ImportBench.reading(), by(mapping));
    }

    /// What is kept, by source.
    private Map<String, String> kept(String rows, String id) {
        Map<String, String> kept = new TreeMap<>();
        try (LakeSession lake = bench.database.lake().open(bench.tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT source, string_agg(" + id + ", ' ' ORDER BY " + id
                        + ") FROM "
                        + lake.scan(rows.equals("video") ? Collected.VIDEO : Collected.OBSERVATION)
                        + " GROUP BY source")) {
            while (row.next()) {
                kept.put(row.getString(1), row.getString(2));
            }
            return kept;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachRowIsKeptUnderTheSourceThatItSaysAndDeniedOnesAreSetAside() {
        FileReport report = run(FILE, VIEWS);

        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.quarantined())
                .isEqualTo(Map.of(RejectReason.UNLISTED_SOURCE, 1L, RejectReason.BAD_SOURCE, 1L));
        assertThat(kept("observation", "entity_id")).isEqualTo(Map.of("trend-watch", "a d", "mine", "b"));
        assertThat(bench.one("select string_agg(line || ' ' || detail, '; ' order by line) from quarantine",
                String.class)).isEqualTo("4 source (not-allowed); 6 feed (what?)");
    }

    @Test
    void onceASourceIsAllowedTheSameFileAddsItsRowsAlone() {
        run(FILE, VIEWS);
        compliance.allow("not-allowed", "allowed by now", "hand");

        FileReport again = run(FILE, VIEWS);

        assertThat(again.stored()).isEqualTo(1);
        assertThat(kept("observation", "entity_id")).containsEntry("not-allowed", "c");
        assertThat(again.quarantined()).isEqualTo(Map.of(RejectReason.BAD_SOURCE, 1L));
    }

    @Test
    void descriptionsOfVideosHaveTheSourceOfTheirRowToo() {
        run("""
            id,text,by
            7600000000000000001,one,trend-watch
            7600000000000000002,two,
            7600000000000000003,three,elsewhere
            """, "kind: video\nid: id\ncaption: text\nsource: {column: by, otherwise: mine}\n");

        assertThat(kept("video", "caption")).isEqualTo(Map.of("trend-watch", "one", "mine", "two"));
    }

    @Test
    void aPreviewShowsWhichRowsWouldBeSetAside() {
        ImportPreview preview = ImportBench.importer(bench.database).preview(bench.tenant,
                ImportBench.file("file.csv", FILE), by(VIEWS));

        assertThat(preview.rows().stream().map(row -> row.result() instanceof RowResult.Rejected no
                ? no.reason().label()
                : "ok")).containsExactly("ok", "ok", "unlisted-source", "ok", "bad-source");
    }

    @Test
    void rowsFromQuarantineAndLaterFilesAreReadByTheSourcesTheySay() {
        KeptMappings mappings = new KeptMappings(bench.tenant, bench.database, compliance, CLOCK);
        List<String> header = List.of("tag", "plays", "day", "feed");
        mappings.confirm(new Confirmation("feeds", ColumnMapping.toKeep("test", VIEWS), header, "", "ada"));
        String day = "tag,plays,day,FEED\na,1,31/01/2026,Trend Watch\nb,2,31/01/2026,nobody\n";
        assertThat(bench.run(ImportBench.file("next.csv", day)).quarantinedRows()).isEqualTo(2);
        mappings.confirm(new Confirmation("feeds",
                ColumnMapping.toKeep("test", VIEWS.replace("day\n", "{column: day, format: day-first}\n")), header, "",
                "ada"));

        Quarantine.Retried tried = Collecting.retrying(bench.database, CLOCK).retry(bench.tenant,
                Quarantine.Wanted.of("feeds"));

        assertThat(tried.stored()).isEqualTo(1);
        assertThat(tried.left()).isEqualTo(Map.of(RejectReason.UNLISTED_SOURCE, 1L));
        assertThat(kept("observation", "entity_id")).isEqualTo(Map.of("trend-watch", "a"));
    }

    @Test
    void aColumnThatNamesAnotherSourceInEveryRowIsAuditedInAFewRows() {
        String rows = IntStream.range(0, 2_000).mapToObj(i -> "tag%d,1,2026-01-01,other-%d".formatted(i, i))
                .collect(Collectors.joining("\n", "tag,plays,day,feed\n", "\n"));
        new ChunkedImporter(bench.database, ImportBench.reading(), CLOCK, ChunkBounds.USUAL).importFile(bench.tenant,
                ImportBench.file("wild.csv", rows), by(VIEWS), ImportProgress.NONE);

        assertThat(bench.one("select count(*) from quarantine where reason = 'unlisted-source'", Long.class))
                .isEqualTo(2_000);
        assertThat(bench.one("select count(*) from audit_trail where decision = 'DENIED'", Long.class)).isEqualTo(101);
        assertThat(bench.one("select sum((counts ->> 'rows')::int) from audit_trail where decision = 'DENIED'",
                Long.class)).isEqualTo(2_000);
    }

    @Test
    void whatIsWrongWithASourceIsSaid() {
        assertThatThrownBy(() -> by(VIEWS.replace(", otherwise: mine", ""))).isInstanceOf(MappingRefused.class)
                .hasMessageContaining("source: otherwise is missing; write a name of lower-case letters, digits and"
                        + " : . _ -, for rows that say no source");
        assertThatThrownBy(() -> by(VIEWS.replace("column: feed", "column: ''")))
                .hasMessageContaining("source: column must be the name of a column");
        assertThatThrownBy(() -> by(VIEWS.replace("otherwise: mine", "otherwise: Mine!")))
                .hasMessageContaining("source: otherwise (Mine!) cannot be used");
        assertThatThrownBy(() -> by(VIEWS.replace("otherwise: mine", "prefix: mine")))
                .hasMessageContaining("cannot be used; write a name of lower-case letters");
    }
}
