package dev.upswell.server.collect.pipeline;

import static dev.upswell.server.collect.pipeline.ImportBench.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportSource;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportInPiecesTest {

    /// What becomes of each line: it is rejected, or cleaned, which the gate counts. The second piece fills a chunk with its
    /// second line.
    private static final String FATES = "RRRRRCCCCRRCCCCRRCCC";

    private static String lines() {
        return FATES.chars().mapToObj(fate -> """
            {"id":"v1","caption":"mail one@example.com","createdAt":"%s-01-01T00:00:00Z"}
            """.formatted(fate == 'R' ? 1960 : 2026)).collect(Collectors.joining());
    }

    @Test
    void anImportStoppedBetweenPiecesEndsLikeAnUndisturbedOne() {
        ImportSource source = ImportBench.file("videos.jsonl", lines());
        ImportBench bench = new ImportBench();
        FileReport undisturbed = bench.run(source);
        String expected = bench.dump();
        assertThat(undisturbed.rowsRead()).isEqualTo(20);
        assertThat(undisturbed.quarantinedRows()).isEqualTo(9);

        for (int row : new int[]{1, 7, 13, 16, 21}) {
            ImportBench other = new ImportBench();
            assertThatThrownBy(() -> other.run(source,
                    new PiecesOfThree(new StoppingReading(reading(), row, StoppingReading.Killed::new))))
                    .isInstanceOf(StoppingReading.Killed.class);

            assertThat(other.run(source, new PiecesOfThree(reading()))).as("stopped at row " + row)
                    .isEqualTo(undisturbed);
            assertThat(other.dump()).as("stopped at row " + row).isEqualTo(expected);
        }
    }
}
