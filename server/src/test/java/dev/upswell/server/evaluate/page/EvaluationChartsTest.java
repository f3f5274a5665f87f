package dev.upswell.server.evaluate.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.web.TestWords;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationChartsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 8);
    private static final long MILLIS = 1_746_662_400_000L;

    private final Words words = TestWords.english();

    @Test
    void aDayWithTwoModelsIsOnePointOverAllItsCuts() {
        List<DailyEvaluation> day = List.of(row(3, 300, 15, 0.8, new DayFigures.Ranges(90, 100, 1.3)),
                row(1, 100, 5, 0.4, new DayFigures.Ranges(60, 100, 1.3)));

        assertThat(points(EvaluationCharts.precision(day, words))).containsExactly(List.of(MILLIS, 70.0));
        assertThat(points(EvaluationCharts.coverage(day, words))).containsExactly(List.of(MILLIS, 75.0));
        assertThat(points(EvaluationCharts.prevalence(day, words))).containsExactly(List.of(MILLIS, 5.0));
    }

    @Test
    void coverageStandsBesideItsNominalLevel() {
        EvaluationCharts.Lines lines = EvaluationCharts.coverage(List.of(row(1, 10, 1, 0.1, null)), words);

        assertThat(lines.reference()).isEqualTo(new EvaluationCharts.Reference("nominal 90 %", 90));
        assertThat(lines.lines().getFirst().points().getFirst().get(1)).isNull();
    }

    private static List<List<Number>> points(EvaluationCharts.Lines lines) {
        return lines.lines().getFirst().points();
    }

    private static DailyEvaluation row(int cuts, int pairs, int surges, double precision,
            DayFigures.@Nullable Ranges ranges) {
        DayFigures.TopK top = new DayFigures.TopK(10, precision, 0.5, 1.0, 0.5);
        DayFigures.Trailing trailing = new DayFigures.Trailing(14, pairs, surges, 0.05, 0.03, null, null, null, ranges,
                List.of());
        return new DailyEvaluation(SampleEvaluationPages.TASK, DAY, UUID.randomUUID(), "boosted-trees", true, cuts,
                pairs, new DayFigures(0.4, surges, surges, 0, 0, top, top, 0.5,
                        new DayFigures.Lead(List.of(), null, null, null), ranges, trailing),
                Instant.EPOCH);
    }
}
