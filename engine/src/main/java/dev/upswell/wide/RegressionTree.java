package dev.upswell.wide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A tree of thresholds that foretells a number.
///
/// **absence** a row without a value says nothing about a split: the gain is that of the other rows, and it then goes where most of
/// them went.
public final class RegressionTree {

    private sealed interface Node {
    }

    private record Leaf(double value) implements Node {
    }

    private record Split(int column, int cut, boolean missingAbove, Node below, Node above) implements Node {
    }

    private record Found(int column, int cut, double gain, boolean risesAbove, boolean mostAbove) {
    }

    /// What a tree is grown from; arrays for sums by code are used again and again.
    private static final class Growing {
        final Cuts cuts;
        final double[] labels;
        final double[] weights;
        final TreeGrowth growth;
        final SplitGains gains;
        final SplittableRandom random;
        final int[] order;
        final double[] sums = new double[Cuts.MOST + 1];
        final double[] masses = new double[Cuts.MOST + 1];
        final int[] counts = new int[Cuts.MOST + 1];

        Growing(Cuts cuts, double[] labels, double[] weights, TreeGrowth growth, SplitGains gains,
                SplittableRandom random) {
            this.cuts = cuts;
            this.labels = labels;
            this.weights = weights;
            this.growth = growth;
            this.gains = gains;
            this.random = random;
            this.order = new int[cuts.codes().length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
        }
    }

    private final Node root;

    private RegressionTree(Node root) {
        this.root = root;
    }

    /// A tree for these labels; what its splits gain is added to `gains`. Rows of weight 0 are not looked at.
    static RegressionTree grow(Cuts cuts, double[] labels, double[] weights, TreeGrowth growth, SplitGains gains,
            long seed) {
        int[] rows = IntStream.range(0, labels.length).filter(row -> weights[row] > 0).toArray();
        Growing growing = new Growing(cuts, labels, weights, growth, gains, new SplittableRandom(seed));
        return new RegressionTree(node(growing, rows, 0, rows.length, growth.depth()));
    }

    /// What the tree foretells for a row.
    double value(Cuts cuts, int row) {
        Node node = root;
        while (node instanceof Split split) {
            byte code = cuts.codes()[split.column][row];
            boolean above = code < 0 ? split.missingAbove : code > split.cut;
            node = above ? split.above : split.below;
        }
        return ((Leaf) node).value;
    }

    private static Node node(Growing growing, int[] rows, int from, int to, int depth) {
        Found found = depth == 0 || to - from < 2 * growing.growth.leastLeaf() ? null : best(growing, rows, from, to);
        if (found == null) {
            return new Leaf(mean(growing, rows, from, to));
        }
        int middle = divide(growing.cuts.codes()[found.column], found, rows, from, to);
        return new Split(found.column, found.cut, found.mostAbove, node(growing, rows, from, middle, depth - 1),
                node(growing, rows, middle, to, depth - 1));
    }

    private static double mean(Growing growing, int[] rows, int from, int to) {
        double sum = 0;
        double mass = 0;
        for (int i = from; i < to; i++) {
            sum += growing.weights[rows[i]] * growing.labels[rows[i]];
            mass += growing.weights[rows[i]];
        }
        return mass > 0 ? sum / mass : 0;
    }

    private static @Nullable Found best(Growing growing, int[] rows, int from, int to) {
        int width = growing.order.length;
        int tried = Math.max(1, (int) Math.ceil(width * growing.growth.tried()));
        Found best = null;
        List<Found> competing = new ArrayList<>();
        for (int i = 0; i < tried; i++) {
            if (tried < width) {
                int other = i + growing.random.nextInt(width - i);
                int column = growing.order[other];
                growing.order[other] = growing.order[i];
                growing.order[i] = column;
            }
            boolean only = growing.growth.competing() == 1;
            Found found = best(growing, growing.order[i], rows, from, to, best == null || !only ? 1e-12 : best.gain);
            if (found != null && !only) {
                competing.add(found);
            }
            best = found != null && (best == null || found.gain > best.gain) ? found : best;
        }
        if (best != null) {
            credit(growing, competing.isEmpty() ? List.of(best) : competing);
        }
        return best;
    }

    private static void credit(Growing growing, List<Found> competing) {
        competing.stream().sorted(Comparator.comparingDouble((Found found) -> -found.gain).thenComparingInt(Found::column))
                .limit(growing.growth.competing()).forEach(found -> growing.gains.byCut()[found.column][found.cut]
                        += found.risesAbove ? found.gain : -found.gain);
    }

    /// The best threshold of a column; null where none gains more than the least.
    private static @Nullable Found best(Growing growing, int column, int[] rows, int from, int to, double least) {
        int codes = growing.cuts.thresholds()[column].length + 1;
        if (codes < 2) {
            return null;
        }
        double[] sums = growing.sums;
        double[] masses = growing.masses;
        int[] counts = growing.counts;
        Arrays.fill(sums, 0, codes, 0);
        Arrays.fill(masses, 0, codes, 0);
        Arrays.fill(counts, 0, codes, 0);
        byte[] column0 = growing.cuts.codes()[column];
        double sum = 0;
        double mass = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int code = column0[row];
            if (code >= 0) {
                double weight = growing.weights[row];
                double part = weight * growing.labels[row];
                sums[code] += part;
                masses[code] += weight;
                counts[code]++;
                sum += part;
                mass += weight;
                count++;
            }
        }
        Found best = null;
        double most = least;
        double below = 0;
        double massBelow = 0;
        int countBelow = 0;
        for (int cut = 0; cut < codes - 1; cut++) {
            below += sums[cut];
            massBelow += masses[cut];
            countBelow += counts[cut];
            if (countBelow < growing.growth.leastLeaf()) {
                continue;
            }
            if (count - countBelow < growing.growth.leastLeaf()) {
                break;
            }
            double above = sum - below;
            double massAbove = mass - massBelow;
            double gain = below * below / massBelow + above * above / massAbove - sum * sum / mass;
            if (gain > most) {
                most = gain;
                best = new Found(column, cut, gain, above / massAbove > below / massBelow, massAbove > massBelow);
            }
        }
        return best;
    }

    /// Puts the rows below the threshold first and says where the others begin.
    private static int divide(byte[] codes, Found found, int[] rows, int from, int to) {
        int[] above = new int[to - from];
        int kept = from;
        int moved = 0;
        for (int i = from; i < to; i++) {
            int code = codes[rows[i]];
            if (code < 0 ? found.mostAbove : code > found.cut) {
                above[moved++] = rows[i];
            } else {
                rows[kept++] = rows[i];
            }
        }
        System.arraycopy(above, 0, rows, kept, moved);
        return kept;
    }
}
