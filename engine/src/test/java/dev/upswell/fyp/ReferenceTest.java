package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final FypMetric METRIC = FypMetric.V15;

    @Test
    void theMiddleOfAnOddNumberOfEquallyOldValuesStandsAtOneHalf() {
        Reference reference = ofDay(3, 1, 4, 1.5, 9);

        assertThat(reference.place(METRIC, 3, Brand.hour(20))).hasValue(0.5);
        assertThat(reference.place(METRIC, 0.5, Brand.hour(20))).hasValue(0);
        assertThat(reference.place(METRIC, 1, Brand.hour(20))).hasValue(0.1);
        assertThat(reference.place(METRIC, 10, Brand.hour(20))).hasValue(1);
    }

    @Test
    void fewerThanFiveValuesTellNoPlace() {
        assertThat(ofDay(3, 1, 4, 1.5).place(METRIC, 3, Brand.hour(20))).isEmpty();
        assertThat(ofDay(3, 1, 4, 1.5).valueAt(METRIC, 0.5, Brand.hour(20))).isEmpty();
    }

    @Test
    void yesterdayCountsThreeFifthsOfToday() {
        Reference reference = new Reference();
        for (int i = 0; i < 5; i++) {
            reference.add(Brand.hour(i), METRIC, 1);
        }
        for (int i = 0; i < 5; i++) {
            reference.add(Brand.hour(24 + i), METRIC, 2);
        }

        assertThat(reference.place(METRIC, 1, Brand.hour(30)).orElseThrow()).isCloseTo(0.3 / 1.6, within(1e-12));
    }

    @Test
    void afterFourteenDaysAValueNoLongerCounts() {
        assertThat(ofDay(3, 1, 4, 1.5, 9).place(METRIC, 3, Brand.hour(14 * 24 - 1))).isPresent();
        assertThat(ofDay(3, 1, 4, 1.5, 9).place(METRIC, 3, Brand.hour(14 * 24))).isEmpty();
    }

    @Property(tries = 200)
    void placesAgreeWithWeighingEveryValue(@ForAll @IntRange(min = 1, max = 1_000) int seed,
            @ForAll @DoubleRange(min = -0.1, max = 1.1) double asked) {
        List<double[]> all = new ArrayList<>();
        Reference reference = random(seed, all);
        double value = seed % 2 == 0 ? Math.round(asked * 20) / 20.0 : asked;
        Instant asOf = Brand.hour(17 * 24);

        assertThat(reference.place(METRIC, value, asOf).orElseThrow()).isCloseTo(weighed(all, value), within(1e-12));
    }

    @Property(tries = 200)
    void whatHasAPlaceIsThere(@ForAll @IntRange(min = 1, max = 1_000) int seed,
            @ForAll @DoubleRange(min = 0.2, max = 0.8) double place) {
        Reference reference = random(seed, new ArrayList<>());
        Instant asOf = Brand.hour(17 * 24);

        assertThat(
                reference.place(METRIC, reference.valueAt(METRIC, place, asOf).orElseThrow(), asOf).orElseThrow())
                .isCloseTo(place, within(1e-9));
    }

    private static Reference ofDay(double... values) {
        Reference reference = new Reference();
        for (int i = 0; i < values.length; i++) {
            reference.add(Brand.hour(i), METRIC, values[i]);
        }
        return reference;
    }

    private static Reference random(int seed, List<double[]> all) {
        SplittableRandom random = new SplittableRandom(seed);
        Reference reference = new Reference();
        for (int hour = 0; hour < 17 * 24; hour += 1 + random.nextInt(20)) {
            double value = random.nextInt(20) / 20.0;
            reference.add(Brand.hour(hour), METRIC, value);
            int age = 17 - hour / 24;
            if (age < 14) {
                all.add(new double[]{value, Math.pow(0.6, age)});
            }
        }
        return reference;
    }

    private static double weighed(List<double[]> all, double value) {
        double total = all.stream().mapToDouble(one -> one[1]).sum();
        double low = all.stream().mapToDouble(one -> one[0]).filter(one -> one <= value).max().orElse(Double.NaN);
        double high = all.stream().mapToDouble(one -> one[0]).filter(one -> one >= value).min().orElse(Double.NaN);
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Double.isNaN(low) ? 0 : 1;
        }
        double atLow = mid(all, low) / total;
        return low == high ? atLow : atLow + (mid(all, high) / total - atLow) * (value - low) / (high - low);
    }

    private static double mid(List<double[]> all, double value) {
        return all.stream().mapToDouble(one -> one[0] < value ? one[1] : one[0] == value ? one[1] / 2 : 0).sum();
    }

    @Test
    void daysAreCountedFromMidnight() {
        assertThat(Reference.day(Instant.EPOCH.plus(Duration.ofHours(23)))).isZero();
        assertThat(Reference.day(Instant.EPOCH.plus(Duration.ofHours(24)))).isEqualTo(1);
    }
}
