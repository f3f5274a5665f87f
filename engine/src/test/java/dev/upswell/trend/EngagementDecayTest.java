package dev.upswell.trend;

import dev.upswell.content.EntityKind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EngagementDecayTest {

    private static final long HOUR = 3600;

    private final EngagementDecay decay = new EngagementDecay(Window.HOUR, 24 * 30);

    @Example
    void rateThatHalvesEverySixHoursHasThatHalfLife() {
        MetricValues values = after(rates(6, 12));

        assertThat(values.value(Metric.HALF_LIFE_HOURS).getAsDouble()).isCloseTo(6, within(1e-9));
        assertThat(values.absence(Metric.HALF_LIFE_AT_LEAST_HOURS)).hasValue(Absence.HALF_LIFE_KNOWN);
    }

    @Example
    void notYetHalvedGivesTheTimeSinceThePeakAsALowerBoundAndNoValue() {
        MetricValues values = after(rates(20, 12));

        assertThat(values.absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.NOT_YET_HALVED);
        assertThat(values.value(Metric.HALF_LIFE_AT_LEAST_HOURS)).hasValue(12);
    }

    @Example
    void steadyRateIsNotYetHalved() {
        assertThat(after(0.1, 0.1, 0.1, 0.1, 0.1, 0.1).value(Metric.HALF_LIFE_AT_LEAST_HOURS)).hasValue(5);
    }

    @Example
    void fewerThanFourWindowsAfterThePeakAreTooFew() {
        assertThat(after(0.2, 0.1, 0.05, 0.02).absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.TOO_FEW_SINCE_PEAK);
        assertThat(after(0.01).value(Metric.HALF_LIFE_HOURS)).isPresent();
    }

    @Example
    void rateAtItsPeakIsStillRisingAndASingleWindowHasNoHistory() {
        assertThat(after(0.1).absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.HISTORY_TOO_SHORT);
        assertThat(after(0.11).absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.STILL_RISING);
        assertThat(after(0.12).absence(Metric.HALF_LIFE_AT_LEAST_HOURS)).hasValue(Absence.STILL_RISING);
    }

    @Example
    void fallAtOnceToASteadyRateHasNoHalfLife() {
        assertThat(after(0.2, 0.05, 0.05, 0.05, 0.05, 0.05).absence(Metric.HALF_LIFE_HOURS))
                .hasValue(Absence.NO_STEADY_FALL);
    }

    @Example
    void peakOlderThanAWeekIsForgotten() {
        double[] rates = new double[24 * 7 + 1];
        Arrays.fill(rates, 0.1);
        rates[0] = 0.9;

        assertThat(after(rates).value(Metric.HALF_LIFE_AT_LEAST_HOURS)).hasValue(24 * 7 - 1);
    }

    @Example
    void ratesOfVideosAreNotComparedWithThoseOfOwnCounters() {
        after(rates(6, 12));
        decay.moveOn();
        decay.add(0.001, true);

        assertThat(filled().absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.HISTORY_TOO_SHORT);
    }

    @Example
    void quarterHoursHaveNoHalfLife() {
        EngagementDecay quarters = new EngagementDecay(Window.QUARTER_HOUR, 1);
        quarters.moveOn();
        quarters.add(0.1, false);
        MetricValues.Building values = new MetricValues.Building(EntityKind.VIDEO);
        quarters.fill(values);

        assertThat(values.build().absence(Metric.HALF_LIFE_HOURS)).hasValue(Absence.NEEDS_AN_HOUR);
    }

    @Property(tries = 40)
    void rowsEqualThePlainFit(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 24 * 9);
        List<MetricRow> rows = world.with(world.observations().stream()
                .filter(each -> each.entity().equals(world.hashtag()) && each.source().equals("source1")).toList())
                .rows();

        for (MetricRow row : rows) {
            if (row.window() != Window.QUARTER_HOUR && row.values().has(Metric.ENGAGEMENT_RATE)
                    && new Random(row.end().getEpochSecond()).nextInt(8) == 0) {
                PlainFit plain = PlainFit.of(rows, row);
                same(row, Metric.HALF_LIFE_HOURS, plain.halfLife());
                same(row, Metric.HALF_LIFE_AT_LEAST_HOURS, plain.atLeast());
            } else if (!row.values().has(Metric.ENGAGEMENT_RATE)) {
                assertThat(row.absence(Metric.HALF_LIFE_HOURS)).isEqualTo(row.absence(Metric.ENGAGEMENT_RATE));
            }
        }
    }

    private static void same(MetricRow row, Metric metric, double expected) {
        if (expected > 0) {
            assertThat(row.value(metric).orElse(0)).as(metric + " of " + row)
                    .isCloseTo(expected, within(1e-6 * expected));
        } else {
            assertThat(row.value(metric)).as(metric + " of " + row).isEmpty();
        }
    }

    /// The definition, written over the rows of the week; 0 for what is absent.
    private record PlainFit(double halfLife, double atLeast) {

        static PlainFit of(List<MetricRow> rows, MetricRow row) {
            List<MetricRow> week = rows.stream().filter(each -> each.window() == row.window()
                    && each.values().has(Metric.ENGAGEMENT_RATE) && !each.end().isAfter(row.end())
                    && each.end().isAfter(row.end().minusSeconds(7 * 24 * HOUR))).toList();
            MetricRow peak = week.stream().reduce((a, b) -> rate(b) > rate(a) ? b : a).orElseThrow();
            List<MetricRow> after = week.stream().filter(each -> each.end().isAfter(peak.end())).toList();
            if (after.size() < 4) {
                return new PlainFit(0, 0);
            }
            double meanTime = after.stream().mapToDouble(each -> hours(peak, each)).average().orElseThrow();
            double meanLog = after.stream().mapToDouble(each -> Math.log(rate(each))).average().orElseThrow();
            double both = after.stream()
                    .mapToDouble(each -> (hours(peak, each) - meanTime) * (Math.log(rate(each)) - meanLog)).sum();
            double squares = after.stream().mapToDouble(each -> Math.pow(hours(peak, each) - meanTime, 2)).sum();
            double halfLife = -Math.log(2) / (both / squares);
            if (halfLife > 0 && halfLife <= hours(peak, row)) {
                return new PlainFit(halfLife, 0);
            }
            return new PlainFit(0, rate(row) > rate(peak) / 2 ? hours(peak, row) : 0);
        }

        private static double rate(MetricRow row) {
            return row.value(Metric.ENGAGEMENT_RATE).orElseThrow();
        }

        private static double hours(MetricRow from, MetricRow to) {
            return (to.end().getEpochSecond() - from.end().getEpochSecond()) / (double) HOUR;
        }
    }

    private static double[] rates(double halfLife, int hours) {
        double[] rates = new double[hours + 1];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 0.3 * Math.pow(2, -i / halfLife);
        }
        return rates;
    }

    private MetricValues after(double... rates) {
        for (double rate : rates) {
            decay.moveOn();
            decay.add(rate, false);
        }
        return filled();
    }

    private MetricValues filled() {
        MetricValues.Building values = new MetricValues.Building(EntityKind.VIDEO);
        decay.fill(values);
        return values.build();
    }
}
