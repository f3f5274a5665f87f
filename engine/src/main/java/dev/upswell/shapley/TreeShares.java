package dev.upswell.shapley;

import dev.upswell.onnx.TreeTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What each column adds to what trees say of a row: its Shapley value, with columns left open weighed as the training rows
/// went.
///
/// The shares of a row hang on nothing but the way it would go at each node. So the trees are cut into parts of at most eight
/// nodes, and for each part the shares by all answers of its nodes are worked out beforehand. Of a row only the answers are
/// then found, and one line of each table is added up.
///
/// Immutable and safe for several threads.
///
/// **units** those of the leaves: log-odds of a classifier · **cost** once, some thousand operations a leaf; of a row, a
/// comparison a node and an addition a column of each part · **source** the values of Lundberg et al., From local explanations to global understanding with explainable
/// AI for trees (2020); tables by answers after Yang, Fast TreeSHAP (2021).
public final class TreeShares {

    /// So many rows at a time stay near the processor while all parts are asked about them.
    private static final int BLOCK = 32;

    private final TreePart[] parts;
    private final int width;
    private final double base;

    private TreeShares(TreePart[] parts, int width, double base) {
        this.parts = parts;
        this.width = width;
        this.base = base;
    }

    /// The shares in what these trees say.
    ///
    /// **absence** empty for trees of more than eight nodes from root to leaf: their tables would be too large
    ///
    /// @param width how many columns a row has
    public static Optional<TreeShares> of(TreeTable trees, int width) {
        TreeMap<Integer, List<TreeTable.Node>> byTree = new TreeMap<>();
        trees.nodes().forEach(node -> byTree.computeIfAbsent(node.tree(), tree -> new ArrayList<>()).add(node));
        List<TreePart> parts = new ArrayList<>();
        double base = trees.base();
        for (List<TreeTable.Node> nodes : byTree.values()) {
            GrownTree tree = new GrownTree(nodes);
            if (tree.depth() > TreePart.MOST_NODES) {
                return Optional.empty();
            }
            base += tree.mean();
            tree.parts().forEach(parts::add);
        }
        return Optional.of(new TreeShares(parts.toArray(TreePart[]::new), width, base));
    }

    /// The shares of each row: one per column, and what trees say of nobody in particular last; together what they say of the row.
    ///
    /// @param values row after row; a missing value is NaN
    public float[][] of(float[] values, int rows) {
        float[][] shares = new float[rows][];
        IntStream.range(0, Math.ceilDiv(rows, BLOCK)).parallel()
                .forEach(block -> fill(values, block * BLOCK, Math.min(rows, (block + 1) * BLOCK), shares));
        return shares;
    }

    private void fill(float[] values, int from, int to, float[][] shares) {
        double[] sums = new double[(to - from) * width];
        for (TreePart part : parts) {
            for (int row = from; row < to; row++) {
                part.add(values, row * width, sums, (row - from) * width);
            }
        }
        for (int row = from; row < to; row++) {
            float[] share = new float[width + 1];
            for (int column = 0; column < width; column++) {
                share[column] = (float) sums[(row - from) * width + column];
            }
            share[width] = (float) base;
            shares[row] = share;
        }
    }

    @Override
    public String toString() {
        return parts.length + " parts of trees over " + width + " columns, "
                + Arrays.stream(parts).mapToInt(TreePart::size).sum()
                + " numbers";
    }
}
