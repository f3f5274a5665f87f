package dev.upswell.trial.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.trial.format.FormatFigures.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatMixTest {

    private final List<FormatUse> uses = new ArrayList<>();

    private void uses(String format, int count, double accuracy, double hours) {
        for (int i = 0; i < count; i++) {
            double swing = i % 2 == 0 ? 1 : -1;
            uses.add(new FormatUse(format, "c" + i, true, 0.9, accuracy + 0.05 * swing,
                    hours * Math.exp(0.2 * swing), 1.2, i % 3 == 0));
        }
    }

    @Test
    void theFormatThatMostLacksReportsIsDealt() {
        FormatMix even = FormatMix.of(Set.of("recipe", "element", "poster"), List.of());
        Set<String> known = Set.of("recipe", "element");

        assertThat(even.deal(known, Map.of("recipe", 2, "element", 1), "ann")).hasValue("element");
        assertThat(even.deal(known, Map.of("recipe", 1, "element", 2), "ann")).hasValue("recipe");
        assertThat(IntStream.range(0, 40).mapToObj(i -> even.deal(known, Map.of(), "maker" + i).orElseThrow())
                .collect(Collectors.toSet())).as("who is given it decides where all lack as many")
                .isEqualTo(known);
        assertThat(even.deal(Set.of("narrative"), Map.of(), "ann")).isEmpty();
    }

    @Test
    void oneGoodUseProvesNothing() {
        uses("recipe", 1, 0.95, 1);

        FormatFigures recipe = FormatMix.of(Set.of(), uses).formats().getFirst();

        assertThat(recipe.state()).isEqualTo(State.UNDECIDED);
        assertThat(recipe.further()).isGreaterThanOrEqualTo(FormatFigures.LEAST - 1);
        assertThat(recipe.accuracy()).isNull();
    }

    @Test
    void accurateAndQuickFormatsPassAndShareMostReports() {
        uses("recipe", 20, 0.85, 1.5);
        uses("pattern", 30, 0.9, 2);
        uses("element", 20, 0.5, 1);
        uses("narrative", 20, 0.9, 8);
        uses("comparative", 3, 0.9, 1);

        FormatMix mix = FormatMix.of(Set.of("recipe"), uses);

        assertThat(mix.formats()).extracting(FormatFigures::format, FormatFigures::state).containsExactly(
                tuple("pattern", State.PASSED),
                tuple("recipe", State.PASSED),
                tuple("element", State.FAILED),
                tuple("narrative", State.FAILED),
                tuple("comparative", State.UNDECIDED));
        assertThat(mix.shares()).containsEntry("pattern", 0.5).containsEntry("recipe", 0.3).hasSize(3);
        assertThat(mix.shares().get("comparative")).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void untilTwoPassedNoneIsPreferred() {
        uses("recipe", 20, 0.85, 1.5);

        assertThat(FormatMix.of(Set.of("recipe", "pattern"), uses).shares())
                .isEqualTo(Map.of("recipe", 0.5, "pattern", 0.5));
        assertThat(FormatMix.of(Set.of("a", "b", "c", "d"), List.of()).shares()).hasSize(4).containsEntry("a", 0.25);
    }
}
