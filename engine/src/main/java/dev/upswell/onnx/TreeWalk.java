package dev.upswell.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Walks the trees of a file's ensemble.
///
/// **errors** on making: `IllegalArgumentException` when nodes are missing, lead in circles or ask what is not known here.
final class TreeWalk {

    private static final List<String> MODES = List.of("LEAF", "BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT",
            "BRANCH_EQ", "BRANCH_NEQ");

    private record Node(int mode, int feature, double value, int yes, int no, boolean missingIsYes) {
    }

    private record Leaf(int output, double weight) {
    }

    private record Place(long tree, long node) {
    }

    private final Node[] nodes;
    private final Leaf[][] leaves;
    private final int[] roots;
    private final double[] base;
    private final int outputs;
    private final boolean mean;
    private final Set<Integer> used = new HashSet<>();
    private boolean positive = true;

    private TreeWalk(Attributes attributes, String leafPrefix, int outputs) {
        attributes.without("nodes_values_as_tensor", "base_values_as_tensor", leafPrefix + "_weights_as_tensor");
        this.outputs = outputs;
        mean = attributes.word("aggregate_function", "SUM", "SUM", "AVERAGE").equals("AVERAGE");
        base = attributes.numbers("base_values");
        Map<Place, Integer> places = places(attributes);
        nodes = nodes(attributes, places);
        roots = roots(attributes, places);
        leaves = leaves(attributes, leafPrefix, places);
        requireTrees();
    }

    static TreeWalk regressor(Attributes attributes) {
        return new TreeWalk(attributes, "target", (int) attributes.whole("n_targets", 1));
    }

    static TreeWalk classifier(Attributes attributes) {
        TreeWalk trees = new TreeWalk(attributes, "class", 2);
        for (int i = 0; i < trees.nodes.length; i++) {
            check(trees.nodes[i].mode() != 0 || trees.leaves[i].length >= trees.used.size(),
                    "leaves must all speak of one class, or each of both");
        }
        return trees;
    }

    private static Map<Place, Integer> places(Attributes attributes) {
        long[] trees = attributes.wholes("nodes_treeids");
        long[] numbers = attributes.wholes("nodes_nodeids");
        check(trees.length > 0 && trees.length == numbers.length, "nodes must have a tree and a number each");
        Map<Place, Integer> places = new HashMap<>();
        for (int i = 0; i < trees.length; i++) {
            check(places.put(new Place(trees[i], numbers[i]), i) == null, "a node must not be there twice");
        }
        return places;
    }

    private static Node[] nodes(Attributes attributes, Map<Place, Integer> places) {
        long[] trees = attributes.wholes("nodes_treeids");
        long[] features = attributes.wholes("nodes_featureids");
        double[] values = attributes.numbers("nodes_values");
        List<String> modes = attributes.words("nodes_modes");
        long[] yes = attributes.wholes("nodes_truenodeids");
        long[] no = attributes.wholes("nodes_falsenodeids");
        long[] missing = attributes.wholes("nodes_missing_value_tracks_true");
        check(features.length == trees.length && values.length == trees.length && modes.size() == trees.length
                && yes.length == trees.length && no.length == trees.length
                && (missing.length == 0 || missing.length == trees.length), "nodes must all have the same attributes");
        Node[] nodes = new Node[trees.length];
        for (int i = 0; i < nodes.length; i++) {
            int mode = MODES.indexOf(modes.get(i));
            check(mode >= 0, "nodes of mode " + modes.get(i) + " are not computed here");
            nodes[i] = new Node(mode, Math.toIntExact(features[i]), values[i],
                    mode == 0 ? -1 : place(places, trees[i], yes[i]), mode == 0 ? -1 : place(places, trees[i], no[i]),
                    missing.length > 0 && missing[i] != 0);
        }
        return nodes;
    }

    private static int place(Map<Place, Integer> places, long tree, long node) {
        Integer place = places.get(new Place(tree, node));
        if (place == null) {
            throw new IllegalArgumentException(
                    "trees must hold the nodes they lead to, such as " + node + " of " + tree);
        }
        return place;
    }

    /// The node of each tree that no other leads to.
    private int[] roots(Attributes attributes, Map<Place, Integer> places) {
        boolean[] led = new boolean[nodes.length];
        for (Node node : nodes) {
            if (node.mode() != 0) {
                check(!led[node.yes()] && !led[node.no()] && node.yes() != node.no(),
                        "a node must have one way that leads to it");
                led[node.yes()] = true;
                led[node.no()] = true;
            }
        }
        Map<Long, Integer> roots = new HashMap<>();
        long[] trees = attributes.wholes("nodes_treeids");
        for (int i = 0; i < trees.length; i++) {
            check(led[i] || roots.put(trees[i], i) == null, "a tree must have one root");
        }
        check(roots.size() == Arrays.stream(trees).distinct().count(), "a tree must have a root");
        check(places.size() == nodes.length, "nodes must all have a place");
        return roots.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private Leaf[][] leaves(Attributes attributes, String prefix, Map<Place, Integer> places) {
        long[] trees = attributes.wholes(prefix + "_treeids");
        long[] numbers = attributes.wholes(prefix + "_nodeids");
        long[] ids = attributes.wholes(prefix + "_ids");
        double[] weights = attributes.numbers(prefix + "_weights");
        check(trees.length == numbers.length && ids.length == trees.length && weights.length == trees.length,
                "leaves must all have the same attributes");
        Leaf[][] leaves = new Leaf[nodes.length][0];
        for (int i = 0; i < trees.length; i++) {
            check(ids[i] >= 0 && ids[i] < outputs, "leaves must speak of one of " + outputs + " outputs");
            int place = place(places, trees[i], numbers[i]);
            leaves[place] = Arrays.copyOf(leaves[place], leaves[place].length + 1);
            leaves[place][leaves[place].length - 1] = new Leaf((int) ids[i], weights[i]);
            used.add((int) ids[i]);
            positive &= weights[i] >= 0;
        }
        return leaves;
    }

    /// One way at most leads to each node and each tree has one root, so whoever starts at a root meets no node twice.
    private void requireTrees() {
        for (Node node : nodes) {
            check(node.feature() >= 0, "nodes must ask for a column");
        }
        check(base.length == 0 || base.length == outputs || base.length == 1,
                "base values must be one for each output");
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    int outputs() {
        return outputs;
    }

    /// Whether all leaves speak of one class.
    boolean single() {
        return used.size() == 1;
    }

    /// Whether no leaf counts below 0.
    boolean positive() {
        return positive;
    }

    /// The sum of the one class that the leaves speak of.
    double singleScore(double[] sums) {
        return sums[used.iterator().next()];
    }

    /// The sum of each output for a row; the row is read in single precision, as trees are grown.
    double[] of(double[] row) {
        double[] sums = new double[outputs];
        for (int root : roots) {
            int at = root;
            while (nodes[at].mode() != 0) {
                Node node = nodes[at];
                if (node.feature() >= row.length) {
                    throw new IllegalArgumentException("column (" + node.feature() + ") must be one of " + row.length);
                }
                at = yes(node, (float) row[node.feature()]) ? node.yes() : node.no();
            }
            for (Leaf leaf : leaves[at]) {
                sums[leaf.output()] += leaf.weight();
            }
        }
        for (int i = 0; i < outputs; i++) {
            sums[i] = (mean ? sums[i] / roots.length : sums[i])
                    + (base.length == 0 ? 0 : base[base.length == 1 ? 0 : i]);
        }
        return sums;
    }

    private static boolean yes(Node node, float value) {
        if (Float.isNaN(value)) {
            return node.missingIsYes();
        }
        return switch (node.mode()) {
            case 1 -> value <= node.value();
            case 2 -> value < node.value();
            case 3 -> value >= node.value();
            case 4 -> value > node.value();
            case 5 -> value == node.value();
            default -> value != node.value();
        };
    }
}
