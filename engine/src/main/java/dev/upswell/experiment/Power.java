package dev.upswell.experiment;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/// What a two-sided comparison of two equally large groups shall be able to tell.
///
/// @param error the chance of calling a difference where there is none, in (0, 0.5]
/// @param power the chance of calling a difference that is there, in [0.5, 1)
public record Power(double error, double power) {

    /// One in twenty, four in five.
    public static final Power USUAL = new Power(0.05, 0.8);

    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int LEAST = 2;
    /// Above it the t distribution is the normal one to four digits.
    private static final long MANY = 100_000;
    /// Degrees of freedom from which on an expansion gives the quantiles of t.
    private static final double ENOUGH = 40;

    public Power {
        if (!(error > 0 && error <= 0.5 && power >= 0.5 && power < 1)) {
            throw new IllegalArgumentException("error " + error + " and power " + power
                    + " must lie in (0, 0.5] and [0.5, 1)\nMaybe they were given in percent.");
        }
    }

    /// How many units each group needs so that a change of a share from one value to another is told.
    ///
    /// The two-proportion z test with the variance pooled under the null hypothesis, without continuity correction.
    ///
    /// **range** shares in [0, 1], different; **source** Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), 4.14
    public long forShares(double from, double to) {
        if (!(from >= 0 && from <= 1 && to >= 0 && to <= 1) || from == to) {
            throw new IllegalArgumentException("shares (" + from + ", " + to
                    + ") must lie in [0, 1] and differ\nMaybe the effect to be found was left out.");
        }
        double mean = (from + to) / 2;
        double needed = z(error / 2) * Math.sqrt(2 * mean * (1 - mean))
                + z(1 - power) * Math.sqrt(from * (1 - from) + to * (1 - to));
        return atLeast(needed * needed / ((from - to) * (from - to)));
    }

    /// How many units each group needs so that a change of a mean is told by a t test with equal variances.
    ///
    /// The quantiles are those of the t distribution with the degrees of freedom that so many units give; with the normal ones
    /// small groups would be some units too small.
    ///
    /// @param change of the mean, not 0
    /// @param deviation of one unit from the mean of its group, above 0, in the same unit
    public long forMeans(double change, double deviation) {
        if (!(Double.isFinite(change) && change != 0 && deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("change " + change + " with deviation " + deviation
                    + " must not be 0\nMaybe nothing was observed yet from which to take the deviation.");
        }
        double ratio = 2 * deviation * deviation / (change * change);
        long units = atLeast(ratio * square(z(error / 2) + z(1 - power)));
        while (units < MANY) {
            long needed = atLeast(ratio * square(t(error / 2, units) + t(1 - power, units)));
            if (needed <= units) {
                return units;
            }
            units = needed;
        }
        return units;
    }

    private static long atLeast(double units) {
        return Math.max(LEAST, (long) Math.ceil(units - 1e-9));
    }

    private static double square(double value) {
        return value * value;
    }

    /// What the normal distribution exceeds with this probability.
    private static double z(double probability) {
        return -NORMAL.inverseCumulativeProbability(probability);
    }

    /// What the t distribution of two groups of so many units exceeds with this probability.
    private static double t(double probability, long units) {
        double degrees = 2.0 * (units - 1);
        return degrees < ENOUGH
                ? -new TDistribution(null, degrees).inverseCumulativeProbability(probability)
                : expanded(z(probability), degrees);
    }

    /// The quantile of t by that of the normal distribution: searching the exact one takes most of the time of a scorecard. What the
    /// expansion leaves out is below 1e-5 for the error and power that experiments have.
    ///
    /// **source** Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5
    private static double expanded(double z, double degrees) {
        double square = z * z;
        double first = z * (square + 1) / 4;
        double second = z * ((5 * square + 16) * square + 3) / 96;
        double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth = z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160;
        return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
    }
}
