package dev.upswell.forecast.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewDistributionTest {

    private static final ViewDistribution.Residuals NORMAL = normal();

    private static ViewDistribution.Residuals normal() {
        Random random = new Random(1);
        double[] errors = new double[400];
        Arrays.setAll(errors, i -> random.nextGaussian());
        Arrays.sort(errors);
        return new ViewDistribution.Residuals(errors, 400);
    }

    @Property
    void classesAddUpToOneAndNoneIsImpossible(@ForAll @DoubleRange(min = 0, max = 8) double median,
            @ForAll @DoubleRange(min = 0.05, max = 3) double spread) {
        var expected = new ViewDistribution(median, spread, NORMAL);

        assertThat(expected.classes()).hasSize(ViewDistribution.CLASS_STARTS.size())
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(expected.classes().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-9));
    }

    @Property
    void moreViewsAreNeverLikelier(@ForAll @DoubleRange(min = -2, max = 9) double fewer,
            @ForAll @DoubleRange(min = 0, max = 3) double more) {
        var expected = new ViewDistribution(4, 0.5, NORMAL);

        assertThat(expected.above(fewer + more)).isLessThanOrEqualTo(expected.above(fewer)).isNotNegative();
    }

    @Property
    void quantileAndProbabilityAreInverse(@ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        var expected = new ViewDistribution(4, 0.5, NORMAL);

        assertThat(1 - expected.above(expected.quantile(share))).isCloseTo(share, within(1e-6));
    }

    @Test
    void farBeyondAllHeldBackErrorsOrderIsKept() {
        var one = new ViewDistribution(1, 0.5, NORMAL);
        var other = new ViewDistribution(1.5, 0.5, NORMAL);

        assertThat(other.above(5)).isGreaterThan(one.above(5)).isLessThan(1.0 / 400);
        assertThat(one.above(5)).isPositive();
    }

    @Test
    void classesBeginAtTheirStarts() {
        assertThat(ViewDistribution.classOf(ReachTarget.logViews(999))).isZero();
        assertThat(ViewDistribution.classOf(ReachTarget.logViews(1_000))).isOne();
        assertThat(ViewDistribution.classOf(ReachTarget.logViews(2_000_000))).isEqualTo(4);
    }

    @Test
    void withoutErrorsThereIsNoDistribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ViewDistribution.Residuals(new double[1], 1))
                .withMessageContaining("Maybe nothing was held back");
    }
}
