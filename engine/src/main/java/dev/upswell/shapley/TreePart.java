package dev.upswell.shapley;

import dev.upswell.onnx.TreeTable.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Some leaves of a tree with all nodes on the ways to them, and what each column adds for every set of answers.
///
/// Bit `n` of a set of answers says whether a row goes to the yes of node `n`.
final class TreePart {

    /// A table has a line for every set of answers: 256.
    static final int MOST_NODES = 8;

    private final int[] asked;
    private final float[] limits;
    /// Before this node a missing value goes to the no, from it on to the yes.
    private final int missingIsYes;
    private final int[] columns;
    private final float[] table;

    private TreePart(int[] asked, float[] limits, int missingIsYes, int[] columns, float[] table) {
        this.asked = asked;
        this.limits = limits;
        this.missingIsYes = missingIsYes;
        this.columns = columns;
        this.table = table;
    }

    /// Adds the shares of the row that begins at `offset` of the values to those from `at` on.
    void add(float[] values, int offset, double[] sums, int at) {
        int line = answers(values, offset) * columns.length;
        for (int i = 0; i < columns.length; i++) {
            sums[at + columns[i]] += table[line + i];
        }
    }

    private int answers(float[] values, int offset) {
        int answers = 0;
        for (int node = 0; node < missingIsYes; node++) {
            answers |= values[offset + asked[node]] < limits[node] ? 1 << node : 0;
        }
        for (int node = missingIsYes; node < asked.length; node++) {
            answers |= values[offset + asked[node]] >= limits[node] ? 0 : 1 << node;
        }
        return answers;
    }

    /// How many numbers the table holds.
    int size() {
        return table.length;
    }

    /// A part in the making.
    static final class Making {

        private record Leaf(List<GrownTree.Turn> way, float value) {
        }

        private final List<Leaf> leaves = new ArrayList<>();

        void add(List<GrownTree.Turn> way, float value) {
            leaves.add(new Leaf(way, value));
        }

        TreePart made() {
            Set<Node> met = new LinkedHashSet<>();
            leaves.forEach(leaf -> leaf.way.forEach(turn -> met.add(turn.at())));
            List<Node> nodes = met.stream().sorted(Comparator.comparing(Node::missingIsYes)).toList();
            List<Integer> columns = nodes.stream().map(Node::feature).distinct().sorted().toList();
            double[] table = new double[columns.size() << nodes.size()];
            for (Leaf leaf : leaves) {
                new LeafShares(leaf.way, leaf.value).addTo(table, nodes, columns);
            }
            float[] rounded = new float[table.length];
            for (int i = 0; i < table.length; i++) {
                rounded[i] = (float) table[i];
            }
            float[] limits = new float[nodes.size()];
            for (int i = 0; i < limits.length; i++) {
                limits[i] = nodes.get(i).value();
            }
            return new TreePart(nodes.stream().mapToInt(Node::feature).toArray(), limits,
                    (int) nodes.stream().filter(node -> !node.missingIsYes()).count(),
                    columns.stream().mapToInt(Integer::intValue).toArray(), rounded);
        }
    }
}
