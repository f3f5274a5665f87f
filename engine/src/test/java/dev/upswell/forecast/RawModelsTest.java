package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawModelsTest {

    @Test
    void rowsThatHoldTheGrowthToBeForetoldAreRefused() {
        List<String> columns = new ArrayList<>(HashtagFeatures.V1.names());
        columns.add("future_growth_24h");
        Dataset leaky = new Dataset(columns, new float[columns.size()], new float[1], new int[1], new long[1]);

        assertThatThrownBy(() -> new RawModels(Worlds.book(Map.of(), SurgeProtocol.DAILY), leaky,
                new SurgeRows.Outcomes(new float[1], new long[1]), SurgeModelTest.QUICK, RawModels.Renewal.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not hold outcomes: [future_growth_24h]");
    }

    /// What is fitted side by side beforehand is told by the same branches as a fit goes through: neither more nor less.
    @Test
    void aFitNeedsTheRawScoresThatItThenAsksFor() {
        for (SurgeKind kind : SurgeKind.TRAINED) {
            assertThat(needed(kind, 36)).as(kind + " with too few surges").isZero();
            assertThat(needed(kind, 48)).as(kind + " with too few surges to hold some back").isEqualTo(parts(kind));
            assertThat(needed(kind, 240)).as(kind + " with enough").isEqualTo(2 * parts(kind));
        }
    }

    private static int parts(SurgeKind kind) {
        return kind == SurgeKind.PREVALENCE ? 0 : kind == SurgeKind.ENSEMBLE ? 2 : 1;
    }

    /// How many raw scores a training after so many hours needs, which are those that it asks for.
    private static int needed(SurgeKind kind, int hours) {
        long second = Worlds.START.plus(Duration.ofHours(hours)).getEpochSecond();
        EntityBook book = Worlds.book(Worlds.hourly(30, 12, 3), SurgeModelTest.QUICK.protocol());
        SurgeRows.Learnable learnable = SurgeRows.of(book, SurgeModelTest.QUICK.features(),
                LabelTable.of(book, book.firstSecond(), second), book.firstSecond(), second)
                .learnable(SurgeModelTest.QUICK.leftOut(), Long.MIN_VALUE);
        RawModels models = new RawModels(book, learnable.rows(), learnable.outcomes(), SurgeModelTest.QUICK,
                RawModels.Renewal.ALWAYS);
        List<RawModels.Key> needs = SurgeFit.needs(kind, models, SurgeModelTest.QUICK, second).toList();

        SurgeFit.of(kind, models, SurgeModelTest.QUICK, second);

        assertThat(models.fitted()).as(kind + " after " + hours + " hours").containsExactlyInAnyOrderElementsOf(needs);
        return needs.size();
    }
}
