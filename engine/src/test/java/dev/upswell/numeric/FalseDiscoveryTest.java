package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /// The p-values of the myocardial infarction study in Benjamini and Hochberg (1995): at 5 %, the first four are findings.
    @Test
    void adjustsTheExampleOfThePaper() {
        double[] found = FalseDiscovery.adjusted(new double[]{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298,
                0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0});

        assertThat(Arrays.stream(found).filter(q -> q <= 0.05).count()).isEqualTo(4);
        assertThat(found[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
    }

    @Property(tries = 100)
    void findingsAreThoseOfTheStepUpRule(@ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int tests) {
        double[] pValues = new Random(seed).doubles(tests).map(p -> p * p * p).toArray();
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        double bar = -1;
        for (int rank = 1; rank <= tests; rank++) {
            bar = sorted[rank - 1] <= 0.1 * rank / tests ? sorted[rank - 1] : bar;
        }
        double[] adjusted = FalseDiscovery.adjusted(pValues);
        for (int i = 0; i < tests; i++) {
            assertThat(adjusted[i] <= 0.1).isEqualTo(pValues[i] <= bar);
        }
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> FalseDiscovery.adjusted(new double[]{0.5, Double.NaN}))
                .hasMessageContaining("p-value (NaN) must lie in [0, 1]");
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }
}
