package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FypScoringMemoryTest {

    @Property(tries = 40)
    void goingOnFromWhatAStoreRemembersEqualsScoringAnew(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<MarkValues> history = Brand.history(seed, 250);
        List<FypScore> whole = FypScoring.scores(List.of(), history);
        Instant from = whole.get(whole.size() * 3 / 4).asOf();
        FypScoring scoring = new FypScoring();
        for (FypScore score : whole) {
            remember(scoring, score, from);
        }

        List<FypScore> goneOn = whole.stream().filter(score -> !score.asOf().isBefore(from))
                .map(score -> scoring.next(values(history, score))).toList();

        assertThat(goneOn).isNotEmpty()
                .isEqualTo(whole.stream().filter(score -> !score.asOf().isBefore(from)).toList());
        assertThat(scoring.medians(Mark.DAY, Brand.hour(100_000))).isEmpty();
    }

    /// What is compared of the last days, what slots are judged by of the weeks.
    private static void remember(FypScoring scoring, FypScore score, Instant from) {
        OptionalDouble base = score.base();
        if (!score.asOf().isBefore(from.minus(FypScoring.COMPARED)) && score.asOf().isBefore(from)) {
            scoring.remember(score);
        }
        if (score.mark() == Mark.DAY && base.isPresent() && !score.asOf().isBefore(from.minus(FypScoring.MEMORY))
                && score.asOf().isBefore(from)) {
            FypScore.Part velocity = score.parts().get(FypMetric.V15);
            scoring.rememberSlot(score.postedAt(), base.getAsDouble(), velocity == null ? null : velocity.value());
        }
    }

    private static MarkValues values(List<MarkValues> history, FypScore score) {
        return history.stream().filter(one -> one.key().equals(score.key())).findFirst().orElseThrow();
    }

    @Property(tries = 30)
    void whatCameLaterChangesNoEarlierScore(@ForAll @IntRange(min = 0, max = 100_000) int seed,
            @ForAll @IntRange(min = 1, max = 170) int cut) {
        List<MarkValues> history = Brand.history(seed, 60).stream().sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
        int until = Math.min(cut, history.size());

        assertThat(FypScoring.scores(List.of(), history.subList(0, until)))
                .isEqualTo(FypScoring.scores(List.of(), history).subList(0, until));
    }
}
