package dev.upswell.onnx;

import java.util.ArrayList;
import java.util.List;

/// The nodes of regression trees whose leaves are added up to one number a row.
///
/// Each node but a leaf asks whether a feature lies below its value; a missing feature goes where the node says.
///
/// @param base what is added to the leaves
public record TreeTable(List<Node> nodes, float base) {

    public TreeTable {
        nodes = List.copyOf(nodes);
    }

    /// A node.
    ///
    /// @param number of the node within its tree
    /// @param feature the column that it asks for; of a leaf, no matter
    /// @param value what the column is compared with; of a leaf, what it adds
    /// @param yes the node to go to below the value, `no` else; of a leaf both are 0
    /// @param cover how much of the training rows came to the node; no part of a graph
    public record Node(int tree, int number, boolean leaf, int feature, float value, int yes, int no,
            boolean missingIsYes, double cover) {
    }

    /// Adds the trees to a graph.
    ///
    /// @param features one row of numbers in single precision for each thing to be scored
    /// @return the sum of each row, in single precision
    public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value features) {
        List<Node> leaves = nodes.stream().filter(Node::leaf).toList();
        List<String> modes = new ArrayList<>();
        nodes.forEach(node -> modes.add(node.leaf() ? "LEAF" : "BRANCH_LT"));
        return graph.learned("TreeEnsembleRegressor").with("n_targets", 1).with("aggregate_function", "SUM")
                .with("post_transform", "NONE").with("base_values", new float[]{base})
                .with("nodes_treeids", longs(nodes, Node::tree)).with("nodes_nodeids", longs(nodes, Node::number))
                .with("nodes_featureids", longs(nodes, Node::feature)).with("nodes_modes", modes)
                .with("nodes_values", floats(nodes, node -> node.leaf() ? 0 : node.value()))
                .with("nodes_truenodeids", longs(nodes, Node::yes)).with("nodes_falsenodeids", longs(nodes, Node::no))
                .with("nodes_missing_value_tracks_true", longs(nodes, node -> node.missingIsYes() ? 1 : 0))
                .with("target_treeids", longs(leaves, Node::tree)).with("target_nodeids", longs(leaves, Node::number))
                .with("target_ids", longs(leaves, node -> 0)).with("target_weights", floats(leaves, Node::value))
                .on(features);
    }

    private interface Whole {
        long of(Node node);
    }

    private interface Real {
        float of(Node node);
    }

    private static long[] longs(List<Node> nodes, Whole field) {
        return nodes.stream().mapToLong(field::of).toArray();
    }

    private static float[] floats(List<Node> nodes, Real field) {
        float[] all = new float[nodes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = field.of(nodes.get(i));
        }
        return all;
    }
}
