package dev.upswell.trend;

import dev.upswell.content.EntityKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A value or the reason for its absence, for every metric. Never NaN, never infinite.
public final class MetricValues {

    private static final Metric[] METRICS = Metric.values();
    private static final Absence[] ABSENCES = Absence.values();
    private static final byte PRESENT = -1;
    private static final byte FOREIGN = (byte) Absence.NOT_FOR_THIS_KIND.ordinal();

    /// For each kind and reason, rows without any value.
    private static final byte[][][] BLANKS = blanks();

    /// 0 where absent, so that equal contents have equal arrays.
    private final double[] values;
    /// The ordinal of the reason, or [#PRESENT].
    private final byte[] reasons;

    private MetricValues(double[] values, byte[] reasons) {
        this.values = values;
        this.reasons = reasons;
    }

    private static byte[][][] blanks() {
        EntityKind[] kinds = EntityKind.values();
        byte[][][] blanks = new byte[kinds.length][ABSENCES.length][METRICS.length];
        for (EntityKind kind : kinds) {
            for (int reason = 0; reason < ABSENCES.length; reason++) {
                for (Metric metric : METRICS) {
                    blanks[kind.ordinal()][reason][metric.ordinal()] = metric.isOf(kind) ? (byte) reason : FOREIGN;
                }
            }
        }
        return blanks;
    }

    /// These values, and a reason for each metric that has none.
    ///
    /// **errors** `IllegalArgumentException` where a metric has both or neither
    public static MetricValues of(Map<Metric, Double> values, Map<Metric, Absence> absences) {
        double[] all = new double[METRICS.length];
        byte[] reasons = new byte[METRICS.length];
        for (Metric metric : METRICS) {
            Double value = values.get(metric);
            Absence absence = absences.get(metric);
            if ((value == null) == (absence == null)) {
                throw new IllegalArgumentException("metric (" + metric.label()
                        + ") must have a value or a reason, not both\nMaybe a column is missing.");
            }
            all[metric.ordinal()] = value == null ? 0 : finite(metric, value);
            reasons[metric.ordinal()] = absence == null ? PRESENT : (byte) absence.ordinal();
        }
        return new MetricValues(all, reasons);
    }

    /// The value as it is kept: adding 0 turns a negative zero into zero, which equals itself in arrays.
    private static double finite(Metric metric, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(metric.label() + " (" + value
                    + ") must be finite\nMaybe a denominator was 0: give a reason instead.");
        }
        return value + 0.0;
    }

    /// The value of this metric, where it has one.
    public OptionalDouble value(Metric metric) {
        return has(metric) ? OptionalDouble.of(values[metric.ordinal()]) : OptionalDouble.empty();
    }

    /// Whether this metric has a value.
    public boolean has(Metric metric) {
        return reasons[metric.ordinal()] == PRESENT;
    }

    /// Why this metric has no value, where it has none.
    public Optional<Absence> absence(Metric metric) {
        byte reason = reasons[metric.ordinal()];
        return reason == PRESENT ? Optional.empty() : Optional.of(ABSENCES[reason]);
    }

    /// All values that there are.
    public Map<Metric, Double> present() {
        Map<Metric, Double> present = new EnumMap<>(Metric.class);
        for (Metric metric : METRICS) {
            value(metric).ifPresent(value -> present.put(metric, value));
        }
        return present;
    }

    /// The reason for every value that there is not.
    public Map<Metric, Absence> absences() {
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        for (Metric metric : METRICS) {
            absence(metric).ifPresent(reason -> absences.put(metric, reason));
        }
        return absences;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetricValues that && Arrays.equals(values, that.values)
                && Arrays.equals(reasons, that.reasons);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(reasons);
    }

    @Override
    public String toString() {
        return present() + " without " + absences();
    }

    /// Values in the making. A metric that is never set is absent for want of its counter.
    static final class Building {

        private final double[] values = new double[METRICS.length];
        private final byte[] reasons = new byte[METRICS.length];
        private final byte[][] blanks;

        Building(EntityKind kind) {
            blanks = BLANKS[kind.ordinal()];
            reset(Absence.COUNTER_NOT_GIVEN);
        }

        void reset(Absence reason) {
            Arrays.fill(values, 0);
            System.arraycopy(blanks[reason.ordinal()], 0, reasons, 0, reasons.length);
        }

        /// Puts down a value; that the kind never has the metric stays so, whatever counter a source gives of it.
        void put(Metric metric, double value) {
            int at = metric.ordinal();
            if (reasons[at] != FOREIGN) {
                values[at] = finite(metric, value);
                reasons[at] = PRESENT;
            }
        }

        /// Notes why a metric has no value; that the kind never has it stays the reason where it is.
        void absent(Metric metric, Absence reason) {
            int at = metric.ordinal();
            if (reasons[at] != FOREIGN) {
                values[at] = 0;
                reasons[at] = (byte) reason.ordinal();
            }
        }

        boolean has(Metric metric) {
            return reasons[metric.ordinal()] == PRESENT;
        }

        /// The value of a metric that has one.
        double get(Metric metric) {
            if (!has(metric)) {
                throw new IllegalStateException(
                        metric.label() + " (absent) has no value\nMaybe ask has() first.");
            }
            return values[metric.ordinal()];
        }

        /// Why a metric has no value that has none.
        Absence reason(Metric metric) {
            if (has(metric)) {
                throw new IllegalStateException(
                        metric.label() + " (" + get(metric) + ") is not absent\nMaybe ask has() first.");
            }
            return ABSENCES[reasons[metric.ordinal()]];
        }

        /// Adds the values to numbers of the metrics in their order; an absent one adds 0.
        void addTo(double[] sums) {
            for (int i = 0; i < values.length; i++) {
                sums[i] += values[i];
            }
        }

        /// The bits of a metric's value, 0 where it has none.
        long digest(Metric metric) {
            return Double.doubleToLongBits(values[metric.ordinal()]);
        }

        MetricValues build() {
            return new MetricValues(values.clone(), reasons.clone());
        }
    }
}
