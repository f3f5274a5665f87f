package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void theCauseTellsMedianAndSimilarWinners() {
        List<MarkValues> marks = new ArrayList<>();
        Map<String, Set<String>> traits = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            marks.add(Brand.video(i, Mark.QUARTER, Brand.hour(i), FypMetric.V15, i + 1));
            traits.put("v" + i, Set.of("creator:a", i % 2 == 0 ? "sound:x" : "sound:y"));
        }
        marks.add(Brand.video(99, Mark.QUARTER, Brand.hour(20), FypMetric.V15, 2));
        traits.put("v99", Set.of("creator:b", "sound:x"));
        List<FypScore> scores = FypScoring.scores(List.of(), marks);

        RootCause causes = RootCause.of(scores.getLast(), scores, traits);

        RootCause.Cause cause = causes.causes().getFirst();
        assertThat(cause.metric()).isEqualTo(FypMetric.V15);
        assertThat(cause.value()).isEqualTo(2);
        assertThat(cause.median()).isEqualTo(10.5);
        assertThat(causes.winners()).isNotEmpty()
                .allSatisfy(winner -> assertThat(traits.get(winner.video().value())).contains("sound:x"));
        assertThat(cause.winners()).isGreaterThan(10.5);
        assertThat(cause.points()).isCloseTo(scores.getLast().fyp().orElseThrow() - 50, within(1e-9));
    }

    @Test
    void withoutTraitsNothingResembles() {
        List<FypScore> scores = FypScoring.scores(List.of(), Brand.history(3, 40));

        assertThat(RootCause.of(scores.getLast(), scores, Map.of()).winners()).isEmpty();
    }

    @Property(tries = 40)
    void thePointsOfAllCausesSumToTheDistanceFromTheMiddle(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<FypScore> scores = FypScoring.scores(List.of(), Brand.history(seed, 40));
        for (FypScore score : scores) {
            if (score.fyp().isPresent()) {
                double points = RootCause.of(score, scores, Map.of()).causes().stream()
                        .mapToDouble(RootCause.Cause::points).sum();

                assertThat(points).isCloseTo(score.fyp().getAsDouble() - 50, within(1e-9));
            }
        }
    }
}
