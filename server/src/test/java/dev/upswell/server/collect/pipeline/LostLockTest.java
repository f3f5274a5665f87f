package dev.upswell.server.collect.pipeline;

import static dev.upswell.server.collect.pipeline.ImportBench.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import java.nio.file.Path;
import dev.upswell.server.collect.spool.ChunkRows;

/// A restart of PostgreSQL takes an importer's lock away without its knowing, and another importer goes on.
class LostLockTest {

    private final ImportBench bench = new ImportBench();

    @Test
    void aChunkIsNotStoredWhenAnotherImporterStoredSomethingSinceItWasCompared() {
        ImportRepository runs = new ImportRepository(bench.database.transactions(), bench.database.manifest());
        var content = ImportedContent.of("same.csv", "0".repeat(64), FileFormat.HASHTAG_VIEWS, 1, ImportOptions.AUTO);
        var job = new ImportJob(bench.tenant, file("same.csv", ""), content, new MappingContext(ImportBench.NOW, null),
                ImportProgress.NONE);
        ImportRun run = runs.openRun(bench.tenant, content);
        try (LakeSession lake = bench.database.lake().open(bench.tenant)) {
            long comparedTo = lake.last(Collected.DATASETS);
            StagedFile staged = lake.stage(Collected.OBSERVATION, """
                SELECT * FROM (SELECT 'hashtag' AS kind, 'a' AS entity_id, 'apify' AS source,
                TIMESTAMP '2025-01-10' AS observed_at, 1000 AS views)""" + absent()).orElseThrow();
            var chunk = new StagedChunk(new Chunk(new ChunkRows(() -> Path.of("never-written"))), 1, 1, List.of(staged),
                    List.of(), Map.of(), 0, comparedTo);

            bench.run(file("same.csv", "hashtag,observed_at,views\na,2025-01-10 00:00:00,1000\n"));

            assertThatThrownBy(() -> runs.commit(job, run, chunk, true, List.of(), db -> {
            }))
                    .isInstanceOf(StoreException.class).matches(e -> ((StoreException) e).isRetryable())
                    .hasMessageStartingWith("another process stored rows of the same kind meanwhile");
        }
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(1);
    }

    /// The columns that this reading does not give.
    private static String absent() {
        StringBuilder join = new StringBuilder(" CROSS JOIN (SELECT 1 AS views_step");
        Collected.COUNTERS.stream().filter(counter -> !counter.equals("views"))
                .forEach(counter -> join.append(", NULL AS ").append(counter).append(", NULL AS ").append(counter)
                        .append("_step"));
        return join.append(')').toString();
    }
}
