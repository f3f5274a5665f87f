package dev.upswell.ranking;

import dev.upswell.onnx.TreeTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Adds up what trees say of rows without a single branch that a processor could guess wrongly.
///
/// Nodes lie in arrays, tree after tree, the two that follow a node beside each other, so that the next one is an addition away; a leaf
/// is followed by itself, and every row takes as many steps as the deepest tree has. Numbers are compared as whole ones that stand in the
/// same order. A missing one is below all numbers where a node sends it below, and above all where it does not: a row is written down
/// both ways. Sums are in single precision in the order of the trees, as the library's are.
final class TreeSums {

    private static final int LOWEST = Integer.MIN_VALUE;
    private static final int HIGHEST = Integer.MAX_VALUE - 1;

    private final int width;
    /// Where the number that a node asks for stands in a row that is written down both ways.
    private final int[] columns;
    /// What it is compared with; at a leaf more than all.
    private final int[] bounds;
    /// Where a row goes that lies below; the node for all others is the next.
    private final int[] below;
    private final float[] leaves;
    private final int[] roots;
    private final int depth;
    private final float base;

    /// @param width columns of a row
    TreeSums(TreeTable trees, int width) {
        this.width = width;
        List<TreeTable.Node> nodes = trees.nodes();
        int size = nodes.size();
        columns = new int[size];
        bounds = new int[size];
        below = new int[size];
        leaves = new float[size];
        base = trees.base();
        roots = new int[nodes.isEmpty() ? 0 : nodes.getLast().tree() + 1];
        int deepest = 0;
        int from = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            int end = from;
            while (end < size && nodes.get(end).tree() == tree) {
                end++;
            }
            roots[tree] = from;
            deepest = Math.max(deepest, lay(nodes.subList(from, end), from));
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
                bounds[place] = Integer.MAX_VALUE;
                below[place] = place;
                leaves[place] = node.value();
            } else {
                columns[place] = node.missingIsYes() ? node.feature() : width + node.feature();
                bounds[place] = ordered(node.value());
                below[place] = next;
                open.add(new Laid(node.yes(), next, laid.depth() + 1));
                open.add(new Laid(node.no(), next + 1, laid.depth() + 1));
                next += 2;
            }
        }
        return deepest;
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
        int[] row = new int[2 * width];
        for (int i = 0; i < sums.length; i++) {
            for (int column = 0; column < width; column++) {
                float value = rows[i * width + column];
                boolean missing = Float.isNaN(value);
                row[column] = missing ? LOWEST : ordered(value);
                row[width + column] = missing ? HIGHEST : row[column];
            }
            sums[i] = sum(row);
        }
        return sums;
    }

    private float sum(int[] row) {
        float sum = base;
        for (int root : roots) {
            int at = root;
            for (int step = 0; step < depth; step++) {
                // 1 where the number is not below the bound: the sign of their difference, turned.
                int other = (int) (((long) row[columns[at]] - bounds[at]) >>> 63) ^ 1;
                at = below[at] + other;
            }
            sum += leaves[at];
        }
        return sum;
    }
}
