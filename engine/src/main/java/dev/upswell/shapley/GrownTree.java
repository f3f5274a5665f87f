package dev.upswell.shapley;

import dev.upswell.onnx.TreeTable;
import dev.upswell.onnx.TreeTable.Node;
import java.util.ArrayList;
import java.util.List;

/// One tree, to be walked from its root.
final class GrownTree {

    private final List<Node> nodes;

    /// @param nodes in the order of their numbers, the root first
    GrownTree(List<Node> nodes) {
        this.nodes = nodes;
    }

    /// One node on the way from the root to a leaf.
    ///
    /// @param share of the training rows at the node that took this way
    record Turn(Node at, boolean yes, double share) {
    }

    private Node root() {
        return nodes.getFirst();
    }

    /// How many nodes ask on the longest way from root to leaf.
    int depth() {
        return depth(root());
    }

    private int depth(Node node) {
        return node.leaf() ? 0 : 1 + Math.max(depth(yes(node)), depth(no(node)));
    }

    private Node yes(Node node) {
        return nodes.get(node.yes());
    }

    private Node no(Node node) {
        return nodes.get(node.no());
    }

    /// What the tree says on average of the training rows.
    double mean() {
        return mean(root());
    }

    private double mean(Node node) {
        return node.leaf()
                ? node.value()
                : share(node, yes(node)) * mean(yes(node)) + share(node, no(node)) * mean(no(node));
    }

    private static double share(Node node, Node child) {
        return child.cover() / node.cover();
    }

    private int asking(Node node) {
        return node.leaf() ? 0 : 1 + asking(yes(node)) + asking(no(node));
    }

    /// Parts that together hold every leaf once; none for a tree that asks nothing.
    List<TreePart> parts() {
        List<TreePart> parts = new ArrayList<>();
        if (!root().leaf()) {
            cut(root(), List.of(), parts);
        }
        return parts;
    }

    private void cut(Node node, List<Turn> way, List<TreePart> parts) {
        if (way.size() + asking(node) <= TreePart.MOST_NODES) {
            TreePart.Making part = new TreePart.Making();
            collect(node, way, part);
            parts.add(part.made());
            return;
        }
        cut(yes(node), longer(way, node, true), parts);
        cut(no(node), longer(way, node, false), parts);
    }

    private void collect(Node node, List<Turn> way, TreePart.Making part) {
        if (node.leaf()) {
            part.add(way, node.value());
        } else {
            collect(yes(node), longer(way, node, true), part);
            collect(no(node), longer(way, node, false), part);
        }
    }

    private List<Turn> longer(List<Turn> way, Node node, boolean yes) {
        List<Turn> all = new ArrayList<>(way);
        all.add(new Turn(node, yes, share(node, yes ? yes(node) : no(node))));
        return all;
    }
}
