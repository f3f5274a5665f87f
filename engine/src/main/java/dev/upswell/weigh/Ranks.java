package dev.upswell.weigh;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Ranks of values, equal ones sharing theirs, where each value may count several times.
///
/// @param order places of the values, ascending
record Ranks(double[] values, int[] order) {

    static Ranks of(double[] values) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        return new Ranks(values.clone(), order);
    }

    /// The share of values below each, plus half of those equal to it.
    static double[] middle(double[] values) {
        int[] once = new int[values.length];
        Arrays.fill(once, 1);
        double[] ranks = of(values).counting(once);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] /= values.length;
        }
        return ranks;
    }

    /// How many lie below each value, plus half of how many equal it.
    ///
    /// @param counts how often each value counts
    double[] counting(int[] counts) {
        double[] ranks = new double[values.length];
        double below = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            double equal = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                equal += counts[order[to]];
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = below + equal / 2;
            }
            below += equal;
            from = to;
        }
        return ranks;
    }

    /// Pearson's correlation of two columns; 0 where one of them does not vary.
    static double correlation(double[] one, double[] other, int[] counts) {
        double count = 0;
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < counts.length; i++) {
            count += counts[i];
            meanOne += counts[i] * one[i];
            meanOther += counts[i] * other[i];
        }
        if (count == 0) {
            return 0;
        }
        meanOne /= count;
        meanOther /= count;
        double both = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < counts.length; i++) {
            both += counts[i] * (one[i] - meanOne) * (other[i] - meanOther);
            ofOne += counts[i] * (one[i] - meanOne) * (one[i] - meanOne);
            ofOther += counts[i] * (other[i] - meanOther) * (other[i] - meanOther);
        }
        return ofOne == 0 || ofOther == 0 ? 0 : both / Math.sqrt(ofOne * ofOther);
    }
}
