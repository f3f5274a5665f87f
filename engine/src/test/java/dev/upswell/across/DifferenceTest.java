package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Differences of groups agree with published figures, and their errors are what they say.
class DifferenceTest {

    /// Fisher's sleep data: t −1.8608, 17.776 degrees of freedom, p 0.07939 in every statistics package.
    @Test
    void welchsTestOfTheSleepDataIsAsPublished() {
        double[] first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

        Difference difference = Difference.of(first, second).orElseThrow();

        assertThat(difference.log() / difference.error()).isEqualTo(-1.8608, within(1e-4));
        assertThat(difference.degrees()).isEqualTo(17.776, within(1e-3));
        assertThat(difference.pEither()).isEqualTo(0.07939, within(1e-5));
        assertThat(difference.pAbove()).isEqualTo(1 - 0.07939 / 2, within(1e-5));
        assertThat(difference.reversed().pAbove()).isEqualTo(0.07939 / 2, within(1e-5));
    }

    @Test
    void groupsOfTwoTellNothing() {
        assertThat(Difference.of(new double[]{1, 2}, new double[]{1, 2, 3})).isEmpty();
        assertThat(Difference.of(new double[]{1, 1, 1}, new double[]{2, 2, 2})).isEmpty();
    }

    @Test
    void liftIsARatioLessOne() {
        Difference difference = new Difference(10, 10, Math.log(1.5), 0.1, 18);

        assertThat(difference.lift()).isEqualTo(0.5, within(1e-12));
        assertThat(difference.interval().contains(0.5)).isTrue();
        assertThat(difference.interval().low()).isEqualTo(1.5 * Math.exp(-2.1009 * 0.1) - 1, within(1e-4));
    }

    @Test
    void differencesThatAgreeArePooledByTheirErrors() {
        Pooled pooled = Pooled.of(List.of(new Difference(10, 10, 0.3, 0.1, 18), new Difference(40, 40, 0.3, 0.05, 78)))
                .orElseThrow();

        assertThat(pooled.lift()).isEqualTo(Math.expm1(0.3), within(1e-12));
        assertThat(pooled.between()).isZero();
        assertThat(pooled.interval().contains(pooled.lift())).isTrue();
    }

    @Test
    void differencesThatContradictEachOtherWidenTheInterval() {
        Pooled agreeing = Pooled.of(differences(0.3, 0.31, 0.29, 0.3)).orElseThrow();
        Pooled apart = Pooled.of(differences(0.9, -0.3, 0.8, -0.2)).orElseThrow();

        assertThat(apart.between()).isGreaterThan(0.9);
        assertThat(apart.interval().low()).isNegative();
        assertThat(agreeing.interval().low()).isPositive();
    }

    @Test
    void pooledIntervalsHoldTheTruthNineteenTimesOfTwenty() {
        int held = 0;
        for (int world = 0; world < 1_000; world++) {
            Dice dice = Dice.of(7, "pooled", world);
            double[] logs = new double[6];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = 0.2 + 0.15 * dice.gaussian() + 0.1 * dice.gaussian();
            }
            if (Pooled.of(differences(logs)).orElseThrow().interval().contains(Math.expm1(0.2))) {
                held++;
            }
        }
        assertThat(held).isBetween(935, 985);
    }

    private static List<Difference> differences(double... logs) {
        return Arrays.stream(logs).mapToObj(log -> new Difference(20, 20, log, 0.1, 38)).toList();
    }
}
