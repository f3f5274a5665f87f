package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FypScoringTest {

    private static final FypMetric[] ALL = FypMetric.values();

    @Test
    void theWeightsSumToOne() {
        assertThat(Arrays.stream(ALL).mapToDouble(FypMetric::weight).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aVideoOfMediansScoresExactlyFifty() {
        FypScore score = last(beside(metric -> 3));

        assertThat(score.fyp()).hasValue(50);
        assertThat(score.status()).isEqualTo(FypScore.Status.AVERAGE);
        assertThat(score.literal().orElseThrow()).isCloseTo(42.5, within(1e-9));
    }

    @Test
    void theBestScoresAHundredAndTheWorstZero() {
        FypScore best = last(beside(metric -> metric.isLoss() ? 0 : 9));
        FypScore worst = last(beside(metric -> metric.isLoss() ? 9 : 0));

        assertThat(best.fyp().orElseThrow()).isCloseTo(100, within(1e-9)).isLessThanOrEqualTo(100);
        assertThat(best.literal().orElseThrow()).isCloseTo(92.5, within(1e-9));
        assertThat(best.status()).isEqualTo(FypScore.Status.STRONG);
        assertThat(best.isEvent()).isTrue();
        assertThat(worst.fyp().orElseThrow()).isCloseTo(0, within(1e-9)).isGreaterThanOrEqualTo(0);
        assertThat(worst.literal().orElseThrow()).isCloseTo(-7.5, within(1e-9));
        assertThat(worst.status()).isEqualTo(FypScore.Status.WEAK);
        assertThat(worst.isEvent()).isFalse();
    }

    @Test
    void whatIsMissingIsLeftOutAndLowersTheCoverage() {
        List<MarkValues> marks = five();
        marks.add(new MarkValues(EntityId.video("v9"), Mark.QUARTER, Brand.hour(10),
                Map.of(FypMetric.V15, 9.0, FypMetric.ENGAGEMENT_RATE, 3.0)));

        FypScore score = last(marks);

        assertThat(score.coverage()).isCloseTo(0.28, within(1e-12));
        assertThat(score.fyp().orElseThrow()).isCloseTo((0.18 * 100 + 0.10 * 50) / 0.28, within(1e-9));
        assertThat(score.missing()).hasSize(12).doesNotContain(FypMetric.REWATCH_RATIO, FypMetric.V15);
        assertThat(score.literal()).isEqualTo(score.fyp());
    }

    @Test
    void theFirstVideosOfABrandHaveNoScore() {
        FypScore first = FypScoring.scores(List.of(), five()).getLast();

        assertThat(first.fyp()).isEmpty();
        assertThat(first.status()).isNull();
        assertThat(first.coverage()).isZero();
        assertThat(first.parts().get(FypMetric.V15)).isEqualTo(new FypScore.Part(5, null));
    }

    @Test
    void alarmsAreOfTheQuarterAloneAndOfEitherMeasure() {
        assertThat(last(beside(metric -> metric == FypMetric.V15 ? 2 : 3)).alarms()).containsExactly(FypMetric.V15);
        assertThat(last(beside(metric -> metric == FypMetric.COMPLETION_RATE ? 2 : 3)).alarms())
                .containsExactly(FypMetric.COMPLETION_RATE);
        assertThat(last(beside(metric -> 3)).alarms()).isEmpty();
        assertThat(scored(Mark.HOUR, 1).alarms()).isEmpty();
        assertThat(scored(Mark.QUARTER, 1).alarms()).containsExactly(FypMetric.V15);
    }

    @Test
    void completionAndEngagementTogetherMakeAnEvent() {
        assertThat(last(beside(metric -> metric == FypMetric.COMPLETION_RATE ? 5 : 3)).isEvent()).isFalse();
        assertThat(last(beside(metric -> metric == FypMetric.COMPLETION_RATE || metric == FypMetric.ENGAGEMENT_RATE
                ? 4
                : 3)).isEvent()).isTrue();
        assertThat(last(beside(metric -> metric == FypMetric.V15 ? 5 : 3)).isEvent()).isTrue();
    }

    @Test
    void marksAreComparedWithTheirOwnKind() {
        List<MarkValues> marks = five();
        marks.add(Brand.video(9, Mark.HOUR, Brand.hour(10), FypMetric.V15, 9));

        assertThat(last(marks).fyp()).isEmpty();
    }

    @Property(tries = 60)
    void scoresStayInTheirRangeAndNothingLaterChangesThem(@ForAll @IntRange(min = 0, max = 100_000) int seed,
            @ForAll @IntRange(min = 0, max = 120) int cut) {
        List<MarkValues> history = Brand.history(seed, 60);
        List<FypScore> all = FypScoring.scores(List.of(), history);
        Instant asOf = all.get(Math.min(cut, all.size() - 1)).asOf();

        List<FypScore> known = FypScoring.scores(List.of(),
                history.stream().filter(one -> !one.asOf().isAfter(asOf)).toList());

        assertThat(known).isEqualTo(all.subList(0, known.size()));
        assertThat(all).allSatisfy(score -> {
            score.fyp().ifPresent(fyp -> assertThat(fyp).isBetween(0.0, 100.0));
            score.literal().ifPresent(fyp -> assertThat(fyp).isBetween(-50.0, 100.0));
            assertThat(score.coverage()).isBetween(0.0, 1.0);
        });
    }

    @Property(tries = 40)
    void theOrderOfMeasuresDoesNotMatter(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<MarkValues> history = Brand.history(seed, 40);

        assertThat(FypScoring.scores(List.of(), history.reversed()))
                .isEqualTo(FypScoring.scores(List.of(), history));
    }

    @Test
    void slotsAreTheMediansOfWeeksDrawnToTheCommonOne() {
        List<FypScore> scores = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            scores.add(new FypScore(EntityId.video("a" + i), Mark.DAY, Brand.hour(9),
                    Map.of(FypMetric.V15, new FypScore.Part(i, 80.0))));
            scores.add(new FypScore(EntityId.video("b" + i), Mark.DAY, Brand.hour(9 + 168),
                    Map.of(FypMetric.V15, new FypScore.Part(10, 20.0))));
        }
        Slot slot = Slot.of(Brand.hour(9));

        SlotFigures figures = slots(scores, Brand.hour(300)).getFirst();

        assertThat(figures.slot()).isEqualTo(slot);
        assertThat(figures.videos()).isEqualTo(8);
        assertThat(figures.median()).isCloseTo((20 + 0.6 * 80) / 1.6, within(1e-9));
        assertThat(figures.strength()).isCloseTo(figures.median(), within(1e-9));
        assertThat(figures.medianVelocity()).isCloseTo((10 + 0.6 * 1.5) / 1.6, within(1e-9));
        assertThat(slots(scores, Brand.hour(9))).isEmpty();
        assertThat(slots(scores, Brand.hour(9 + 9 * 168))).isEmpty();
    }

    @Test
    void aSlotOfOneVideoIsMostlyWhatAllAre() {
        List<FypScore> scores = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            scores.add(new FypScore(EntityId.video("a" + i), Mark.DAY, Brand.hour(i),
                    Map.of(FypMetric.V60, new FypScore.Part(1, i == 0 ? 90.0 : 40.0))));
        }

        SlotFigures figures = slots(scores, Brand.hour(100)).getFirst();

        assertThat(figures.median()).isEqualTo(90);
        assertThat(figures.strength()).isCloseTo(40 + 50 / 6.0, within(1e-9));
        assertThat(figures.medianVelocity()).isNull();
    }

    @Test
    void timingIsWhatTheSlotBroughtBefore() {
        List<MarkValues> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            marks.add(Brand.video(i, Mark.DAY, Brand.hour(i), FypMetric.V24, i % 2));
        }
        marks.add(Brand.video(99, Mark.DAY, Brand.hour(168 + 7), FypMetric.V24, 1));

        FypScore.Part timing = last(marks).parts().get(FypMetric.TIMING);

        assertThat(timing).isNotNull();
        assertThat(last(marks).mark()).isEqualTo(Mark.DAY);
        assertThat(timing.value()).isGreaterThan(50);
    }

    private static FypScore last(List<MarkValues> marks) {
        return FypScoring.scores(List.of(), marks).getLast();
    }

    /// Five videos whose measures are 1 to 5.
    private static List<MarkValues> five() {
        List<MarkValues> marks = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            double value = i;
            marks.add(of("v" + i, Brand.hour(i), metric -> value));
        }
        return marks;
    }

    private static List<MarkValues> beside(ToDoubleFunction<FypMetric> value) {
        List<MarkValues> marks = five();
        marks.add(of("v9", Brand.hour(9), value));
        return marks;
    }

    /// As if the slots were read like anything else, so that every measure is there.
    private static MarkValues of(String id, Instant postedAt, ToDoubleFunction<FypMetric> value) {
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        for (FypMetric metric : ALL) {
            values.put(metric, value.applyAsDouble(metric));
        }
        return new MarkValues(EntityId.video(id), Mark.QUARTER, postedAt, values);
    }

    private static FypScore scored(Mark mark, double v15) {
        List<MarkValues> marks = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            marks.add(Brand.video(i, mark, Brand.hour(i), FypMetric.V15, i));
        }
        marks.add(Brand.video(9, mark, Brand.hour(9).plus(Duration.ofMinutes(1)), FypMetric.V15, v15));
        return last(marks);
    }

    private static List<SlotFigures> slots(List<FypScore> before, Instant asOf) {
        FypScoring scoring = new FypScoring();
        before.stream().filter(score -> score.mark() == Mark.DAY && score.asOf().isBefore(asOf))
                .forEach(score -> score.base().ifPresent(base -> scoring.rememberSlot(score.postedAt(), base,
                        score.parts().containsKey(FypMetric.V15) ? score.parts().get(FypMetric.V15).value() : null)));
        return scoring.slots(asOf);
    }
}
