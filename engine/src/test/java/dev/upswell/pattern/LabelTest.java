package dev.upswell.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.FeatureDictionary;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void withoutConfirmationNoPointHelps() {
        assertThat(Label.of(.05, 5)).isEqualTo(Label.NOT_CONFIRMED);
        assertThat(Label.of(.049, 0)).isEqualTo(Label.EMERGING_PATTERN);
        assertThat(Label.of(.049, 2)).isEqualTo(Label.MODERATE_EVIDENCE);
        assertThat(Label.of(.049, 4)).isEqualTo(Label.STRONG_EVIDENCE);
    }

    @Test
    void eachOfFiveSignsIsAPoint() {
        assertThat(finding(true, .51, .10, .0, 2.1, .009).points(true)).isEqualTo(5);
        assertThat(finding(true, .51, .10, .0, 2.1, .009).points(false)).isEqualTo(4);
        assertThat(finding(true, .50, .10, .0, 2.0, .01).points(false)).as("limits themselves do not count").isZero();
    }

    @Test
    void anAntiPatternIsMeasuredByTheBottomTier() {
        Finding harm = finding(false, .05, .10, .60, 2.5, .2);

        assertThat(harm.differential()).isEqualTo(50);
        assertThat(harm.points(false)).isEqualTo(3);
    }

    @Test
    void theGateCountsMeasuresThatAgree() {
        assertThat(Gate.of(finding(true, .51, .10, 0, 2.1, .5))).isEqualTo(Gate.HIGH);
        assertThat(Gate.of(finding(true, .51, .10, 0, 2.0, .5))).isEqualTo(Gate.MEDIUM);
        assertThat(Gate.of(finding(true, .39, .10, 0, null, .5))).isEqualTo(Gate.EXCLUDED);
    }

    @Test
    void fewerVideosMayBeLessSure() {
        assertThat(Strength.of(.14, .001, 100)).isEqualTo(Strength.NEGLIGIBLE);
        assertThat(Strength.of(.2, .009, 80)).isEqualTo(Strength.HIGH);
        assertThat(Strength.of(.2, .03, 80)).isEqualTo(Strength.MODERATE);
        assertThat(Strength.of(.2, .07, 80)).isEqualTo(Strength.PRELIMINARY);
        assertThat(Strength.of(.2, .10, 80)).isEqualTo(Strength.INCONCLUSIVE);
        assertThat(Strength.of(-.2, .03, 40)).isEqualTo(Strength.HIGH);
        assertThat(Strength.of(.2, .12, 40)).isEqualTo(Strength.PRELIMINARY);
        assertThat(Strength.of(.2, .12, 39)).isEqualTo(Strength.MODERATE);
        assertThat(Strength.of(.2, .19, 39)).isEqualTo(Strength.PRELIMINARY);
        assertThat(Strength.of(.2, .20, 39)).isEqualTo(Strength.INCONCLUSIVE);
    }

    private static Finding finding(boolean good, double top, double middle, double bottom, Double lift, double p) {
        return new Finding(new Choice(FeatureDictionary.STANDARD.get("density_average"), Choice.Side.ABOVE, 1), good,
                Label.NOT_CONFIRMED, new Evidence(10, 10, 2, top, middle, bottom, lift, .06, null, null, p, .5, .5),
                List.of(), List.of());
    }
}
