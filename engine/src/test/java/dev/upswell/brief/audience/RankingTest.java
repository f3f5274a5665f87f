package dev.upswell.brief.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.brief.Samples;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which length documents turn to first.
class RankingTest {

    @Test
    void aLengthWithTooFewVideosIsNotFilmedForWhereAnotherHasEnough() {
        var few = Samples.bucket(DurationBucket.UP_TO_15, 11, 0.08, 0.6);
        var enough = Samples.bucket(DurationBucket.UP_TO_60, 51, 0.045, 0.4);

        assertThat(Ranking.focus(new PatternAnalysis(List.of(few, enough), 0))).contains(DurationBucket.UP_TO_60);
        assertThat(Ranking.focus(new PatternAnalysis(List.of(few), 0))).contains(DurationBucket.UP_TO_15);
        assertThat(Ranking.focus(new PatternAnalysis(List.of(), 0))).isEmpty();
    }

    @Test
    void whereAPatternIsConfirmedThatLengthComesFirst() {
        var larger = Samples.bucket(DurationBucket.UP_TO_60, 51, 0.045, 0.7);
        var better = Samples.bucket(DurationBucket.UP_TO_30, 40, 0.04, 0.3, Samples.TEXTS);

        assertThat(Ranking.focus(new PatternAnalysis(List.of(larger, better), 1))).contains(DurationBucket.UP_TO_30);
    }
}
