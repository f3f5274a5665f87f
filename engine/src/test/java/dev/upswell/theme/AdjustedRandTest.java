package dev.upswell.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {

    @Test
    void isOneWhateverGroupsAreCalled() {
        assertThat(
                AdjustedRand.of(Map.of("a", 1, "b", 1, "c", 2, "d", 3), Map.of("a", "x", "b", "x", "c", "y", "d", "z")))
                .isEqualTo(1);
    }

    /// Six things, groups of three and three against two, two and two: (2 − 1.2) / (4.5 − 1.2).
    @Test
    void agreesWithTheFormulaByHand() {
        Map<Integer, Integer> halves = Map.of(1, 1, 2, 1, 3, 1, 4, 2, 5, 2, 6, 2);
        Map<Integer, Integer> pairs = Map.of(1, 1, 2, 1, 3, 2, 4, 2, 5, 3, 6, 3);

        assertThat(AdjustedRand.of(halves, pairs)).isCloseTo((2 - 1.2) / (4.5 - 1.2), within(1e-12));
    }

    @Test
    void onlySharedThingsCount() {
        assertThat(AdjustedRand.of(Map.of("a", 1, "b", 1, "c", 2, "only here", 2),
                Map.of("a", 5, "b", 5, "c", 6, "only there", 5)))
                .isEqualTo(1);
        assertThat(AdjustedRand.of(Map.of(), Map.of())).isEqualTo(1);
    }
}
