package dev.upswell.pattern;

import dev.upswell.wide.OwnerRegression;
import dev.upswell.wide.WideRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Tests candidates on videos that did not choose them.
///
/// All together in one model of log engagement, because a test of each alone calls whatever goes along with a cause. Errors allow for
/// unequal spread and for videos of one creator being alike; the side of each test is the one that was expected.
final class Confirming {

    /// A candidate, and what videos that did not choose it say.
    ///
    /// @param p one-sided, in the direction expected
    /// @param effect difference of log engagement above less below, in standard deviations within the two; null where a side is too small
    /// @param lift logarithm of mean engagement above over mean engagement below; null as effect
    /// @param power chance that the test finds an effect of 0.8 standard deviations
    record Tested(Candidate candidate, double p, @Nullable Estimated effect, @Nullable Estimated lift, double power) {

        /// A figure and its standard error.
        record Estimated(double value, double error, int rows, int freedom) {
        }
    }

    /// Fewest creators on either side of a threshold.
    private static final int LEAST = 5;
    /// Creators that each tested choice takes.
    private static final int OWNERS = 6;
    private static final double EFFECT = .8;

    private Confirming() {
    }

    /// How many candidates these rows can test at most.
    static int most(WideRows rows, int wanted) {
        long owners = Arrays.stream(rows.owners()).distinct().count();
        return (int) Math.min(wanted, owners / OWNERS);
    }

    /// The candidates that can be tested on these rows, with what came of it, at a level that all of them share.
    static List<Tested> of(List<Candidate> candidates, WideRows rows, double level) {
        List<Candidate> testable = candidates.stream().filter(candidate -> testable(candidate.side(rows), rows))
                .toList();
        while (!testable.isEmpty()) {
            Optional<List<Tested>> tested = together(testable, rows, level);
            if (tested.isPresent()) {
                return tested.get();
            }
            testable = testable.subList(0, testable.size() - 1);
        }
        return List.of();
    }

    private static boolean testable(double[] side, WideRows rows) {
        return owners(side, rows, 1) >= LEAST && owners(side, rows, 0) >= LEAST;
    }

    private static Optional<List<Tested>> together(List<Candidate> candidates, WideRows rows,
            double level) {
        double[][] inputs = candidates.stream()
                .map(candidate -> Candidate.filled(candidate.side(rows), rows.weights())).toArray(double[][]::new);
        return OwnerRegression.levelled(inputs, rows).map(fit -> {
            List<Tested> tested = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                double contrast = fit.coefficients()[i] / fit.errors()[i] * (candidate.rises() ? 1 : -1);
                TDistribution student = new TDistribution(null, freedom(candidate.side(rows), rows, fit.freedom()));
                tested.add(new Tested(candidate, student.cumulativeProbability(-contrast),
                        effect(candidate, rows), lift(candidate, rows),
                        power(candidate.side(rows), level / candidates.size())));
            }
            return tested;
        });
    }

    /// Welch's degrees of freedom, by owners on either side: where few do so, the spread of the test is known from those few alone, and
    /// all videos together would promise too much.
    private static double freedom(double[] side, WideRows rows, int most) {
        double above = owners(side, rows, 1);
        double below = owners(side, rows, 0);
        double sum = 1 / above + 1 / below;
        double welch = sum * sum / (1 / (above * above * (above - 1)) + 1 / (below * below * (below - 1)));
        return Math.max(1, Math.min(most, welch));
    }

    private static long owners(double[] side, WideRows rows, int on) {
        return IntStream.range(0, side.length).filter(row -> side[row] == on).map(row -> rows.owners()[row]).distinct()
                .count();
    }

    /// Of two groups as large as these, by the normal approximation, at the level that the smallest of all p-values must reach.
    private static double power(double[] side, double level) {
        double above = Arrays.stream(side).filter(value -> value == 1).count();
        double below = Arrays.stream(side).filter(value -> value == 0).count();
        NormalDistribution normal = new NormalDistribution();
        return normal.cumulativeProbability(EFFECT * Math.sqrt(above * below / (above + below))
                + normal.inverseCumulativeProbability(level));
    }

    private static Tested.@Nullable Estimated effect(Candidate candidate, WideRows rows) {
        double[] side = candidate.side(rows);
        WideRows known = rows.take(IntStream.range(0, side.length).filter(row -> !Double.isNaN(side[row])).toArray());
        double[] sides = candidate.side(known);
        Optional<OwnerRegression> fit = OwnerRegression.of(new double[][]{sides}, known.labels(), known.weights(),
                known.owners());
        double deviation = within(sides, known.labels(), known.weights());
        if (fit.isEmpty() || deviation == 0) {
            return null;
        }
        double value = fit.get().coefficients()[0] / deviation;
        double error = fit.get().errors()[0] / deviation;
        return new Tested.Estimated(value, Math.sqrt(error * error + value * value / (2.0 * known.size())),
                known.size(),
                fit.get().freedom());
    }

    /// By the delta method: the regression of engagement, each side over its own mean.
    private static Tested.@Nullable Estimated lift(Candidate candidate, WideRows rows) {
        double[] side = candidate.side(rows);
        WideRows known = rows.take(IntStream.range(0, side.length).filter(row -> !Double.isNaN(side[row])).toArray());
        double[] sides = candidate.side(known);
        double[] means = means(sides, Arrays.stream(known.labels()).map(StrictMath::exp).toArray(), known.weights());
        double[] relative = new double[sides.length];
        for (int row = 0; row < relative.length; row++) {
            relative[row] = StrictMath.exp(known.labels()[row]) / means[(int) sides[row]];
        }
        return OwnerRegression.of(new double[][]{sides}, relative, known.weights(), known.owners())
                .map(fit -> new Tested.Estimated(StrictMath.log(means[1] / means[0]), fit.errors()[0], known.size(),
                        fit.freedom()))
                .orElse(null);
    }

    private static double[] means(double[] sides, double[] values, double[] weights) {
        double[] sums = new double[2];
        double[] masses = new double[2];
        for (int row = 0; row < sides.length; row++) {
            sums[(int) sides[row]] += weights[row] * values[row];
            masses[(int) sides[row]] += weights[row];
        }
        return new double[]{sums[0] / masses[0], sums[1] / masses[1]};
    }

    private static double within(double[] sides, double[] values, double[] weights) {
        double[] means = means(sides, values, weights);
        double squares = 0;
        double mass = 0;
        for (int row = 0; row < sides.length; row++) {
            double off = values[row] - means[(int) sides[row]];
            squares += weights[row] * off * off;
            mass += weights[row];
        }
        return Math.sqrt(squares / mass * sides.length / Math.max(1, sides.length - 2));
    }
}
