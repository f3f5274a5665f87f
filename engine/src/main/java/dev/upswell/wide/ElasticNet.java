package dev.upswell.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A number as a linear function of columns, most of which get no share in it.
///
/// Fitted along a path of falling penalties; the penalty is the one with the least Bayesian information criterion, which needs no
/// further rows. The path stops at as many columns as a quarter of the rows. **absence** a missing value counts as the median.
///
/// **source** Zou and Hastie, Regularization and variable selection via the elastic net (2005); coordinate descent of Friedman, Hastie
/// and Tibshirani, Regularization paths for generalized linear models (2010); Zou, Hastie and Tibshirani, On the degrees of freedom of
/// the lasso (2007).
public final class ElasticNet {

    private static final int STEPS = 30;
    private static final double LAST = .1;
    private static final double MIX = .9;
    private static final int SWEEPS = 100;
    private static final double STILL = 1e-4;

    private final LinearFunction function;
    private final List<Integer> entered;

    private ElasticNet(LinearFunction function, List<Integer> entered) {
        this.function = function;
        this.entered = entered;
    }

    /// The function for these rows.
    public static ElasticNet of(WideRows rows) {
        RobustScaler scaler = RobustScaler.of(rows);
        return new Descent(rows, scaler.scaled(rows)).along(scaler);
    }

    /// What it foretells for each of these rows.
    public double[] values(WideRows rows) {
        return function.values(rows);
    }

    /// Columns in the order in which a falling penalty lets them in, each as its number where labels rise with it, and as the
    /// complement of its number (`~number`) where they fall.
    public List<Integer> entered() {
        return entered;
    }

    /// One way down the path.
    private static final class Descent {
        private final double[][] columns;
        private final double[] means;
        private final double[] scales;
        private final double[] weights;
        private final double constant;
        private final double[] rest;
        private final double[] beta;

        Descent(WideRows rows, double[][] scaled) {
            int size = rows.size();
            int width = rows.width();
            weights = rows.weights().clone();
            double mass = Arrays.stream(weights).sum();
            for (int row = 0; row < size; row++) {
                weights[row] /= mass;
            }
            columns = new double[width][size];
            means = new double[width];
            scales = new double[width];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < width; column++) {
                    columns[column][row] = scaled[row][column];
                    means[column] += weights[row] * scaled[row][column];
                }
            }
            for (int column = 0; column < width; column++) {
                standardise(column);
            }
            double middle = 0;
            for (int row = 0; row < size; row++) {
                middle += weights[row] * rows.labels()[row];
            }
            constant = middle;
            rest = new double[size];
            for (int row = 0; row < size; row++) {
                rest[row] = rows.labels()[row] - middle;
            }
            beta = new double[width];
        }

        private void standardise(int column) {
            double square = 0;
            for (int row = 0; row < weights.length; row++) {
                columns[column][row] -= means[column];
                square += weights[row] * columns[column][row] * columns[column][row];
            }
            scales[column] = Math.sqrt(square);
            for (int row = 0; row < weights.length && square > 1e-12; row++) {
                columns[column][row] /= scales[column];
            }
        }

        ElasticNet along(RobustScaler scaler) {
            double first = 0;
            for (int column = 0; column < beta.length; column++) {
                first = Math.max(first, Math.abs(slope(column)) / MIX);
            }
            List<Integer> entered = new ArrayList<>();
            boolean[] known = new boolean[beta.length];
            double[] chosen = beta.clone();
            double least = Double.POSITIVE_INFINITY;
            for (int step = 1; step <= STEPS && first > 0; step++) {
                settle(first * Math.pow(LAST, step / (double) STEPS));
                int used = enter(entered, known);
                double criterion = weights.length * Math.log(error()) + used * Math.log(weights.length);
                if (criterion < least) {
                    least = criterion;
                    chosen = beta.clone();
                }
                if (used > weights.length / 4) {
                    break;
                }
            }
            for (int column = 0; column < chosen.length; column++) {
                chosen[column] = chosen[column] == 0 ? 0 : chosen[column] / scales[column];
            }
            return new ElasticNet(new LinearFunction(scaler, means, constant, chosen), List.copyOf(entered));
        }

        private double slope(int column) {
            if (scales[column] <= 1e-6) {
                return 0;
            }
            double sum = 0;
            double[] values = columns[column];
            for (int row = 0; row < rest.length; row++) {
                sum += weights[row] * values[row] * rest[row];
            }
            return sum;
        }

        /// Coordinate descent: all columns, then those in use until they rest, and again until no further one comes in.
        private void settle(double penalty) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                if (move(penalty, false) < STILL) {
                    return;
                }
                for (int inner = 0; inner < SWEEPS && move(penalty, true) >= STILL; inner++) {
                    continue;
                }
            }
        }

        private double move(double penalty, boolean used) {
            double farthest = 0;
            for (int column = 0; column < beta.length; column++) {
                if (used && beta[column] == 0) {
                    continue;
                }
                double pull = slope(column) + beta[column];
                double kept = Math.abs(pull) - penalty * MIX;
                double next = kept <= 0 ? 0 : Math.copySign(kept, pull) / (1 + penalty * (1 - MIX));
                double by = next - beta[column];
                if (by != 0) {
                    beta[column] = next;
                    for (int row = 0; row < rest.length; row++) {
                        rest[row] -= by * columns[column][row];
                    }
                    farthest = Math.max(farthest, Math.abs(by));
                }
            }
            return farthest;
        }

        private int enter(List<Integer> entered, boolean[] known) {
            List<Integer> fresh = new ArrayList<>();
            int used = 0;
            for (int column = 0; column < beta.length; column++) {
                if (beta[column] != 0) {
                    used++;
                    if (!known[column]) {
                        known[column] = true;
                        fresh.add(beta[column] > 0 ? column : ~column);
                    }
                }
            }
            fresh.sort(Comparator.comparingDouble(at -> -Math.abs(beta[at < 0 ? ~at : at])));
            entered.addAll(fresh);
            return used;
        }

        private double error() {
            double sum = 1e-12;
            for (int row = 0; row < rest.length; row++) {
                sum += weights[row] * rest[row] * rest[row];
            }
            return sum;
        }
    }
}
