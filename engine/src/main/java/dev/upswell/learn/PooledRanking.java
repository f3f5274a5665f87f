package dev.upswell.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All pairs in falling order of probability, sorted once and then measured under many weights.
///
/// Equal probabilities form one group: no order among them is ever assumed. A weight says how often an entity counts; with
/// all weights 1 the figures are the plain ones.
///
/// **cost** sorting O(n log n) once, each figure O(n).
final class PooledRanking {

    private final double[] probabilities;
    private final float[] labels;
    private final int[] entities;

    /// Where each group of equal probabilities ends.
    private final int[] ends;

    PooledRanking(ScoredPairs pairs) {
        int size = pairs.size();
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(pairs.probabilities()[y], pairs.probabilities()[x]));
        probabilities = new double[size];
        labels = new float[size];
        entities = new int[size];
        int[] found = new int[size];
        int groups = 0;
        for (int i = 0; i < size; i++) {
            probabilities[i] = pairs.probabilities()[order[i]];
            labels[i] = pairs.labels()[order[i]];
            entities[i] = pairs.entities()[order[i]];
            if (i > 0 && probabilities[i] != probabilities[i - 1]) {
                found[groups++] = i;
            }
        }
        if (size > 0) {
            found[groups++] = size;
        }
        ends = Arrays.copyOf(found, groups);
    }

    /// Weight and positive weight of every group, in falling order of probability.
    Groups weighed(int[] weights) {
        double[] all = new double[ends.length];
        double[] positive = new double[ends.length];
        int from = 0;
        for (int group = 0; group < ends.length; group++) {
            for (int i = from; i < ends[group]; i++) {
                int weight = weights[entities[i]];
                all[group] += weight;
                positive[group] += weight * labels[i];
            }
            from = ends[group];
        }
        return new Groups(all, positive);
    }

    /// The groups of one weighting.
    final class Groups {

        private final double[] all;
        private final double[] positive;
        private final double total;
        private final double positives;

        private Groups(double[] all, double[] positive) {
            this.all = all;
            this.positive = positive;
            total = Arrays.stream(all).sum();
            positives = Arrays.stream(positive).sum();
        }

        boolean bothClasses() {
            return positives > 0 && positives < total;
        }

        double prevalence() {
            return positives / total;
        }

        /// Probability that a positive stands before a negative, ties counting half.
        double auc() {
            double above = 0;
            double area = 0;
            for (int g = 0; g < all.length; g++) {
                double negative = all[g] - positive[g];
                area += negative * (above + positive[g] / 2);
                above += positive[g];
            }
            return area / (positives * (total - positives));
        }

        /// Mean precision over the positives, groups entering as a whole.
        double averagePrecision() {
            double seen = 0;
            double hits = 0;
            double area = 0;
            for (int g = 0; g < all.length; g++) {
                seen += all[g];
                hits += positive[g];
                if (positive[g] > 0) {
                    area += positive[g] / positives * hits / seen;
                }
            }
            return area;
        }

        double brier() {
            double sum = 0;
            for (int g = 0; g < all.length; g++) {
                double p = probability(g);
                sum += positive[g] * (1 - p) * (1 - p) + (all[g] - positive[g]) * p * p;
            }
            return sum / total;
        }

        /// Bins of equal weight in rising order of probability; a group on a border gives to both in proportion.
        List<ReliabilityBin> bins(int count) {
            double[] border = borders(count);
            double[] mass = new double[count];
            double[] predicted = new double[count];
            double[] observed = new double[count];
            double from = 0;
            int bin = 0;
            for (int g = all.length - 1; g >= 0; g--) {
                double to = from + all[g];
                while (bin < count - 1 && border[bin + 1] <= from) {
                    bin++;
                }
                for (int b = bin; b < count && border[b] < to; b++) {
                    double share = Math.min(to, border[b + 1]) - Math.max(from, border[b]);
                    mass[b] += share;
                    predicted[b] += share * probability(g);
                    observed[b] += all[g] == 0 ? 0 : share * positive[g] / all[g];
                }
                from = to;
            }
            List<ReliabilityBin> bins = new ArrayList<>();
            for (int b = 0; b < count; b++) {
                if (mass[b] > 0) {
                    bins.add(new ReliabilityBin(predicted[b] / mass[b], observed[b] / mass[b], mass[b]));
                }
            }
            return bins;
        }

        private double[] borders(int count) {
            double[] border = new double[count + 1];
            for (int b = 0; b <= count; b++) {
                border[b] = Math.floor(b * total / count);
            }
            return border;
        }

        double calibrationError(int count) {
            double error = 0;
            for (ReliabilityBin bin : bins(count)) {
                error += bin.pairs() * Math.abs(bin.predicted() - bin.observed());
            }
            return error / total;
        }

        private double probability(int group) {
            return probabilities[ends[group] - 1];
        }
    }
}
