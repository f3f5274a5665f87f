package dev.upswell.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The pairs of every cut in falling order of probability, for figures that look at the first few of each cut.
///
/// Equal probabilities keep the order of the pairs.
final class CutRanking {

    private final float[] labels;
    private final int[] entities;
    private final int[] starts;

    CutRanking(ScoredPairs pairs) {
        int size = pairs.size();
        labels = new float[size];
        entities = new int[size];
        List<Integer> borders = new ArrayList<>();
        for (int from = 0; from < size;) {
            int to = from;
            while (to < size && pairs.cuts()[to] == pairs.cuts()[from]) {
                to++;
            }
            borders.add(from);
            sort(pairs, from, to);
            from = to;
        }
        borders.add(size);
        starts = borders.stream().mapToInt(Integer::intValue).toArray();
    }

    private void sort(ScoredPairs pairs, int from, int to) {
        Integer[] order = new Integer[to - from];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, (x, y) -> Double.compare(pairs.probabilities()[y], pairs.probabilities()[x]));
        for (int i = 0; i < order.length; i++) {
            labels[from + i] = pairs.labels()[order[i]];
            entities[from + i] = pairs.entities()[order[i]];
        }
    }

    int cuts() {
        return starts.length - 1;
    }

    /// Mean over the cuts of the share of positives among the first `k`; a cut with fewer pairs is still divided by `k`.
    double precisionAt(int k, int[] weights) {
        double sum = 0;
        for (int cut = 0; cut < cuts(); cut++) {
            sum += hits(cut, k, weights) / k;
        }
        return sum / cuts();
    }

    /// Positives among the first `k` of their cut, over all positives.
    double recallAt(int k, int[] weights) {
        double hits = 0;
        double all = 0;
        for (int cut = 0; cut < cuts(); cut++) {
            hits += hits(cut, k, weights);
            all += hits(cut, Integer.MAX_VALUE, weights);
        }
        return hits / all;
    }

    /// The same with `k` set for each cut to its number of positives, so that 1 is always possible.
    double recallAtPositives(int[] weights) {
        double hits = 0;
        double all = 0;
        for (int cut = 0; cut < cuts(); cut++) {
            double positives = hits(cut, Integer.MAX_VALUE, weights);
            hits += hits(cut, (int) positives, weights);
            all += positives;
        }
        return hits / all;
    }

    private double hits(int cut, int k, int[] weights) {
        int left = k;
        double hits = 0;
        for (int i = starts[cut]; i < starts[cut + 1] && left > 0; i++) {
            int weight = Math.min(left, weights[entities[i]]);
            hits += weight * labels[i];
            left -= weight;
        }
        return hits;
    }
}
