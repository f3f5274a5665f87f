package dev.upswell.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.drift.Adwin;
import dev.upswell.learn.drift.DriftReference;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.learn.drift.DriftSettings;
import dev.upswell.learn.sketch.ColumnTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A drift report as it is kept in `drift_report.report`.
class DriftReportJsonTest {

    @Test
    void reportComesBackFromItsJson() {
        DriftReference reference = DriftReference.of(rows(3000, 0), DriftSettings.USUAL);
        DriftReport report = reference.compare(reference.window(ColumnTable.of(rows(400, 3))),
                Instant.parse("2026-01-02T00:00:00Z"), List.of(new Adwin(0.01).state()));

        String json = Json.write(report);

        assertThat(Json.read(json, DriftReport.class)).isEqualTo(report);
        assertThat(json).contains("\"verdict\":\"DRIFTED\"", "\"asOf\":\"2026-01-02T00:00:00Z\"", "\"feature\":\"x\"")
                .doesNotContain("NaN");
    }

    @Test
    void reportOfAnEmptyWindowComesBackToo() {
        DriftReference reference = DriftReference.of(rows(300, 0), DriftSettings.USUAL);
        DriftReport report = reference.compare(reference.window(), Instant.EPOCH, List.of());

        assertThat(Json.read(Json.write(report), DriftReport.class)).isEqualTo(report);
    }

    private static Dataset rows(int size, float shift) {
        float[] values = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = i * 7 % 11 + shift;
            entities[i] = i % 100;
            cuts[i] = i / 100 * 86_400L;
        }
        return new Dataset(List.of("x"), values, new float[size], entities, cuts);
    }
}
