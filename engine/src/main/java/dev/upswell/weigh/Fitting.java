package dev.upswell.weigh;

import dev.upswell.numeric.NonNegative;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the weights whose overall score follows the rank of the next revenue within its period as closely as can be.
///
/// The target is the rank of the revenue among the creators of the same period, so that seasons and a few huge sales count no more than
/// they should. With the weights `u` not yet brought to a sum of 1, the prediction is `|u| · R(u)`, where `R` is the overall score:
/// the weighted mean of what is known. Its squared distance from the target, both less their means in the period, is least where the
/// correlation is highest.
///
/// Where nothing is missing `|u| · R(u)` is linear in `u`, and one least-squares problem over mixtures of the rule's corners gives the
/// answer. Otherwise each round solves that of the tangent at the weights so far (what is missing has the value of `R` there), and goes
/// as far towards its solution as the distance shrinks: Gauss and Newton's method. By Euler's theorem the tangent of a function of
/// degree 1 goes through the origin, so the problems are of the same kind.
final class Fitting {

    private static final int KPIS = Kpi.values().length;
    private static final int ROUNDS = 100;
    private static final double SMALL_STEP = 1e-3;
    private static final double SETTLED = 1e-7;
    /// Corners can be told apart although some indicators may be known together only.
    private static final double RIDGE = 1e-9;

    private final List<List<Ledger.Row>> periods;
    private final List<double[]> ranks;
    private final List<double[]> corners;
    private final double[] start;

    Fitting(Ledger past, TierRule rule) {
        periods = past.byPeriod();
        ranks = periods.stream()
                .map(rows -> Ranks.middle(rows.stream().mapToDouble(Ledger.Row::revenue).toArray())).toList();
        Set<Kpi> seen = past.seen();
        corners = rule.corners(seen);
        start = start(corners);
    }

    /// A mixture of all corners, by the written weights of what stands on them.
    private static double[] start(List<double[]> corners) {
        double[] start = new double[KPIS];
        for (double[] corner : corners) {
            double share = 1;
            for (Kpi kpi : Kpi.values()) {
                share *= corner[kpi.ordinal()] > 0 ? Weighting.SEED.of(kpi) : 1;
            }
            for (int k = 0; k < KPIS; k++) {
                start[k] += share * corner[k];
            }
        }
        return start;
    }

    /// The weights, whose sum is 1; those that it starts from where no mixture goes along with revenue.
    ///
    /// @param draws how often each creator counts
    double[] weights(int[] draws) {
        return weights(draws, start);
    }

    /// The same, looked for from weights that may be near.
    double[] weights(int[] draws, double[] from) {
        double[] best = from;
        double distance = distance(new double[KPIS], draws);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Step> step = nearer(best, solved(new Tangent(best, draws)), distance, draws);
            if (step.isEmpty()) {
                break;
            }
            best = step.get().weights();
            boolean settled = distance - step.get().distance() <= SETTLED * distance;
            distance = step.get().distance();
            if (settled) {
                break;
            }
        }
        return between(new double[KPIS], best, 1 / sum(best));
    }

    /// Weights on the way, and how far their predictions are from the target.
    private record Step(double[] weights, double distance) {
    }

    /// The first of ever smaller steps that comes nearer to the target; empty when none does.
    private Optional<Step> nearer(double[] from, double[] aim, double distance, int[] draws) {
        for (double part = 1; sum(aim) > 0 && part > SMALL_STEP; part /= 2) {
            double[] tried = between(from, aim, part);
            double there = distance(tried, draws);
            if (there < distance) {
                return Optional.of(new Step(tried, there));
            }
        }
        return Optional.empty();
    }

    private double[] solved(Tangent tangent) {
        int size = corners.size();
        double[][] gram = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            double[] turned = tangent.times(corners.get(i));
            for (int j = 0; j < size; j++) {
                gram[i][j] = dot(turned, corners.get(j));
            }
            right[i] = dot(tangent.right, corners.get(i));
        }
        double[] shares = NonNegative.solve(gram, right);
        double[] weights = new double[KPIS];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < KPIS; k++) {
                weights[k] += shares[i] * corners.get(i)[k];
            }
        }
        return weights;
    }

    /// The mean squared distance of what these weights predict from the target.
    private double distance(double[] weights, int[] draws) {
        double squares = 0;
        double counted = 0;
        double whole = sum(weights);
        for (int p = 0; p < periods.size(); p++) {
            List<Ledger.Row> rows = periods.get(p);
            double[] target = ranks.get(p);
            double count = 0;
            double offs = 0;
            double offSquares = 0;
            for (int i = 0; i < target.length; i++) {
                double times = draws[rows.get(i).creator()];
                double off = target[i] - whole * overall(rows.get(i), weights);
                count += times;
                offs += times * off;
                offSquares += times * off * off;
            }
            squares += count == 0 ? 0 : offSquares - offs * offs / count;
            counted += count;
        }
        return squares / counted;
    }

    /// The overall score; where only indicators of weight 0 are known, their mean: the limit of small equal weights.
    private static double overall(Ledger.Row row, double[] weights) {
        return row.overall(weights).orElseGet(() -> {
            double sum = 0;
            for (int k = 0; k < KPIS; k++) {
                sum += row.knows(k) ? row.scores()[k] : 0;
            }
            return row.known() == 0 ? 0 : sum / Integer.bitCount(row.known());
        });
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] moved = new double[from.length];
        for (int k = 0; k < from.length; k++) {
            moved[k] = from[k] + share * (to[k] - from[k]);
        }
        return moved;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// The least-squares problem of the tangent at some weights: products of the derivatives with each other and with the target, all
    /// less their means in the period.
    private final class Tangent {

        private final double[][] gram = new double[KPIS][KPIS];
        private final double[] right = new double[KPIS];

        Tangent(double[] weights, int[] draws) {
            double whole = sum(weights);
            double counted = 0;
            double[] slopes = new double[KPIS];
            for (int p = 0; p < periods.size(); p++) {
                List<Ledger.Row> rows = periods.get(p);
                double[] target = ranks.get(p);
                double[] means = new double[KPIS];
                double mean = 0;
                double count = 0;
                for (int i = 0; i < target.length; i++) {
                    double times = draws[rows.get(i).creator()];
                    slopes(rows.get(i), weights, whole, slopes);
                    add(slopes, target[i], times);
                    for (int k = 0; k < KPIS; k++) {
                        means[k] += times * slopes[k];
                    }
                    mean += times * target[i];
                    count += times;
                }
                if (count > 0) {
                    add(means, mean, -1 / count);
                }
                counted += count;
            }
            finish(counted);
        }

        private static void slopes(Ledger.Row row, double[] weights, double whole, double[] slopes) {
            double overall = overall(row, weights);
            double weight = row.weight(weights);
            for (int k = 0; k < KPIS; k++) {
                slopes[k] = row.knows(k) && weight > 0
                        ? overall + whole / weight * (row.scores()[k] - overall)
                        : overall;
            }
        }

        private void add(double[] slopes, double target, double times) {
            for (int k = 0; k < KPIS; k++) {
                double scaled = times * slopes[k];
                for (int j = 0; j <= k; j++) {
                    gram[k][j] += scaled * slopes[j];
                }
                right[k] += scaled * target;
            }
        }

        private void finish(double counted) {
            for (int k = 0; k < KPIS; k++) {
                right[k] /= counted;
                for (int j = 0; j <= k; j++) {
                    gram[k][j] = gram[k][j] / counted + (j == k ? RIDGE : 0);
                    gram[j][k] = gram[k][j];
                }
            }
        }

        double[] times(double[] weights) {
            double[] turned = new double[KPIS];
            for (int k = 0; k < KPIS; k++) {
                turned[k] = dot(gram[k], weights);
            }
            return turned;
        }
    }
}
