package dev.upswell.ranking;

import dev.upswell.onnx.TreeTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Adds up what trees say of rows without a single branch that a processor could guess wrongly.
///
/// Nodes lie in one array, tree after tree, the two that follow a node beside each other, so that the next one is an addition away; a leaf
/// is followed by itself, and every row takes as many steps as the deepest tree has. Numbers are compared as whole ones that stand in the
/// same order. A missing one is below all numbers where a node sends it below, and above all where it does not: a row is written down
/// both ways. Sums are in single precision in the order of the trees, as the library's are.
final class TreeSums {

    private static final int LOWEST = Integer.MIN_VALUE;
    private static final int HIGHEST = Integer.MAX_VALUE - 1;
    /// Rows that go down a tree side by side: while one waits for its next node, the others go on.
    private static final int ABREAST = 4;
    private static final int COLUMN_BITS = 12;
    private static final int COLUMN = (1 << COLUMN_BITS) - 1;
    private static final int MOST_NODES = 1 << 31 - COLUMN_BITS;

    private final int width;
    /// From the highest bit on: what is compared with, in 32 bits, at a leaf more than all; where a row goes that lies below, the node for
    /// all others being the next; where the number that is asked for stands in a row that is written down both ways.
    private final long[] nodes;
    private final float[] leaves;
    private final int[] roots;
    private final int depth;
    private final float base;

    /// @param width columns of a row, up to 2,048; nodes may be half a million
    TreeSums(TreeTable trees, int width) {
        this.width = width;
        List<TreeTable.Node> all = trees.nodes();
        int size = all.size();
        if (2 * width > COLUMN + 1 || size > MOST_NODES) {
            throw new IllegalArgumentException("trees (" + size + " nodes over " + width + " columns) must have up to "
                    + MOST_NODES + " nodes and " + (COLUMN + 1) / 2
                    + " columns\nMaybe trees of another purpose were given.");
        }
        nodes = new long[size];
        leaves = new float[size];
        base = trees.base();
        roots = new int[all.isEmpty() ? 0 : all.getLast().tree() + 1];
        int deepest = 0;
        int from = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int end = from;
            while (end < size && all.get(end).tree() == tree) {
                end++;
            }
            roots[tree] = from;
            deepest = Math.max(deepest, lay(all.subList(from, end), from));
            from = end;
        }
        depth = deepest;
    }

    private record Laid(int number, int place, int depth) {
    }

    /// Lays a tree into the arrays from a place on; how deep it is.
    private int lay(List<TreeTable.Node> tree, int from) {
        Deque<Laid> open = new ArrayDeque<>(List.of(new Laid(0, from, 0)));
        int next = from + 1;
        int deepest = 0;
        while (!open.isEmpty()) {
            Laid laid = open.remove();
            TreeTable.Node node = tree.get(laid.number());
            int place = laid.place();
            deepest = laid.depth();
            if (node.leaf()) {
                nodes[place] = node(Integer.MAX_VALUE, place, 0);
                leaves[place] = node.value();
            } else {
                nodes[place] = node(ordered(node.value()), next,
                        node.missingIsYes() ? node.feature() : width + node.feature());
                open.add(new Laid(node.yes(), next, laid.depth() + 1));
                open.add(new Laid(node.no(), next + 1, laid.depth() + 1));
                next += 2;
            }
        }
        return deepest;
    }

    private static long node(int bound, int below, int column) {
        return (long) bound << Integer.SIZE | (long) below << COLUMN_BITS | column;
    }

    /// A whole number for each number, in the same order; both zeros are one.
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /// One sum a row.
    ///
    /// @param rows row after row; `NaN` where missing
    double[] of(float[] rows) {
        double[] sums = new double[rows.length / width];
        int[] abreast = new int[ABREAST * 2 * width];
        for (int from = 0; from < sums.length; from += ABREAST) {
            int to = Math.min(sums.length, from + ABREAST);
            for (int i = from; i < to; i++) {
                write(rows, i * width, abreast, (i - from) * 2 * width);
            }
            sum(abreast, sums, from, to);
        }
        return sums;
    }

    /// Writes a row down both ways.
    private void write(float[] rows, int from, int[] abreast, int at) {
        for (int column = 0; column < width; column++) {
            float value = rows[from + column];
            boolean missing = Float.isNaN(value);
            abreast[at + column] = missing ? LOWEST : ordered(value);
            abreast[at + width + column] = missing ? HIGHEST : abreast[at + column];
        }
    }

    /// Takes four rows down each tree.
    private void sum(int[] abreast, double[] sums, int from, int to) {
        int stride = 2 * width;
        float[] sum = {base, base, base, base};
        for (int root : roots) {
            int first = root;
            int second = root;
            int third = root;
            int fourth = root;
            for (int step = 0; step < depth; step++) {
                first = next(nodes[first], abreast, 0);
                second = next(nodes[second], abreast, stride);
                third = next(nodes[third], abreast, 2 * stride);
                fourth = next(nodes[fourth], abreast, 3 * stride);
            }
            sum[0] += leaves[first];
            sum[1] += leaves[second];
            sum[2] += leaves[third];
            sum[3] += leaves[fourth];
        }
        for (int i = from; i < to; i++) {
            sums[i] = sum[i - from];
        }
    }

    /// The node that follows; one further where the row's number is not below the bound: the sign of their difference, turned.
    private static int next(long node, int[] abreast, int row) {
        long bound = node >> Integer.SIZE;
        int number = abreast[row + ((int) node & COLUMN)];
        return ((int) node >>> COLUMN_BITS) + ((int) (number - bound >>> Long.SIZE - 1) ^ 1);
    }
}
