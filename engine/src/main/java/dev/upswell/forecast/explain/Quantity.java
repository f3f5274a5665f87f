package dev.upswell.forecast.explain;

/// A number of a sentence in the unit that people read.
///
/// @param value in that unit: a change as a ratio (0.34 is 34 % more), a share from 0 to 1, hours, days, a count, a factor
public record Quantity(Unit unit, double value) {

    /// What paces add to a ratio before its logarithm is taken.
    private static final double SMALLEST_PACE = 1e-4;

    /// How a number is read, and how it follows from a feature's value.
    public enum Unit {
        /// A ratio of change, from a logarithm.
        CHANGE,
        /// A ratio of change a day, as it stands.
        CHANGE_PER_DAY,
        /// A ratio of change a day, from a logarithm that stays finite where nothing changes.
        LOG_CHANGE_PER_DAY,
        /// A share of what there was, as it stands.
        RATIO,
        /// How many times as much, from a logarithm.
        TIMES,
        /// How many times as much, as it stands.
        FACTOR,
        /// A count, from a logarithm.
        SIZE,
        /// A share of one.
        SHARE,
        /// A share of one, from a logarithm.
        LOG_SHARE,
        /// A length of time in hours.
        HOURS,
        /// A length of time in hours, from a logarithm.
        LOG_HOURS,
        /// A length of time in days.
        DAYS,
        /// A count.
        COUNT,
        /// A plain number.
        NUMBER,
        /// 1 for Monday to 7 for Sunday.
        WEEKDAY;

        /// The number that this feature value stands for.
        Quantity of(double feature) {
            return new Quantity(this, switch (this) {
                case CHANGE -> Math.expm1(feature);
                case TIMES, SIZE, LOG_SHARE, LOG_HOURS -> Math.exp(feature);
                case LOG_CHANGE_PER_DAY -> Math.max(0, Math.exp(feature) - SMALLEST_PACE);
                case CHANGE_PER_DAY, RATIO, FACTOR, SHARE, HOURS, DAYS, COUNT, NUMBER, WEEKDAY -> feature;
            });
        }
    }
}
