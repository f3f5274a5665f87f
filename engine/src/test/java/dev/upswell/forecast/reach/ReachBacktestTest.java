package dev.upswell.forecast.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.Figure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachBacktestTest {

    private static final ReachBacktest.Range RANGE = new ReachBacktest.Range(Feed.START.plus(Duration.ofHours(300)),
            Feed.START.plus(Duration.ofHours(570)), Duration.ofDays(4));

    @Test
    void laterStagesKnowMoreAndRangesHoldAboutAsOftenAsTheySay() {
        ReachReport report = ReachBacktest.run(Feed.archive(Feed.of(600, 2)), RANGE, ReachSettings.usual(3, "test"));

        assertThat(report.stages()).hasSize(4);
        var draft = report.stages().get(ReachStage.DRAFT);
        var late = report.stages().get(ReachStage.SIX_HOURS);
        assertThat(draft).isNotNull();
        assertThat(late).isNotNull();
        assertThat(late.model().medianError()).isLessThan(draft.model().medianError() / 2);
        assertThat(late.model().coverage()).isBetween(0.82, 0.97);
        assertThat(draft.videos()).isBetween(265, 271);
        assertThat(draft.withReadings()).isZero();
        assertThat(late.withReadings()).isOne();
        assertThat(late.model().found()).hasValueSatisfying(
                ranking -> assertThat(ranking.value(Figure.PR_AUC)).isGreaterThan(2 * ranking.prevalence()));
        assertThat(late.advantage()).isNotNull();
    }

    /// Outcomes dealt out anew leave nothing to foretell from: the ranking is then a lottery.
    @Test
    void dealtOutcomesCannotBeForetold() {
        var shuffled = Shuffled.of(Feed.of(600, 2), 5);

        ReachReport report = ReachBacktest.run(Feed.archive(shuffled), RANGE, ReachSettings.usual(3, "test"));

        assertThat(report.stages().get(ReachStage.SIX_HOURS)).isNotNull().satisfies(stage -> assertThat(
                stage.model().found().orElseThrow().value(Figure.AUC)).isBetween(0.35, 0.65));
    }
}
