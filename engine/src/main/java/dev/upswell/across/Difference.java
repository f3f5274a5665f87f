package dev.upswell.across;

import dev.upswell.learn.Interval;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/// How two groups differ in log engagement.
///
/// @param with units in the first group
/// @param without units in the second
/// @param log mean log engagement of the first less that of the second
/// @param error standard error of that
/// @param degrees degrees of freedom of that error
public record Difference(int with, int without, double log, double error, double degrees) {

    /// Fewer units tell no spread.
    private static final int LEAST = 3;

    public Difference {
        if (!(error > 0 && degrees > 0)) {
            throw new IllegalArgumentException("error (" + error + ", " + degrees
                    + " degrees of freedom) must be above 0\nMaybe all units of both groups are alike.");
        }
    }

    /// The difference of these groups by Welch's test; empty where one has fewer than three units or neither spreads.
    static Optional<Difference> of(double[] with, double[] without) {
        if (with.length < LEAST || without.length < LEAST) {
            return Optional.empty();
        }
        double first = variance(with) / with.length;
        double second = variance(without) / without.length;
        if (!(first + second > 0)) {
            return Optional.empty();
        }
        double degrees = (first + second) * (first + second)
                / (first * first / (with.length - 1) + second * second / (without.length - 1));
        return Optional.of(new Difference(with.length, without.length, mean(with) - mean(without),
                Math.sqrt(first + second), degrees));
    }

    /// Engagement of the first group over that of the second, less 1: medians of distributions that are alike but for their scale.
    public double lift() {
        return Math.expm1(log);
    }

    /// 95 % interval of [#lift].
    public Interval interval() {
        double half = -new TDistribution(degrees).inverseCumulativeProbability(0.025) * error;
        return new Interval(Math.expm1(log - half), Math.expm1(log + half));
    }

    /// The chance of a difference as high as this where there is none.
    public double pAbove() {
        return new TDistribution(degrees).cumulativeProbability(-log / error);
    }

    /// The chance of a difference as far from 0 as this where there is none.
    public double pEither() {
        return Math.min(1, 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(log) / error));
    }

    /// The same seen from the second group.
    Difference reversed() {
        return new Difference(without, with, -log, error, degrees);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
