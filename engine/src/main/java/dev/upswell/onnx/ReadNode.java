package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One step of a file.
///
/// @param operands names of what it works on; empty where one is left out
/// @param result the name of the one result that is computed
record ReadNode(String name, Operation operation, List<String> operands, String result) {

    ReadNode {
        operands = List.copyOf(operands);
    }

    Tensor of(Map<String, Tensor> known) {
        List<@Nullable Tensor> given = new ArrayList<>();
        for (String operand : operands) {
            Tensor tensor = known.get(operand);
            if (tensor == null && !operand.isEmpty()) {
                throw new IllegalArgumentException("its operand " + operand + " must come before it");
            }
            given.add(tensor);
        }
        return operation.of(new Operation.Operands(given));
    }

    /// The steps on which this result rests, in the order of the file; whatever else the file computes is not looked at.
    static List<ReadNode> needed(GraphProto graph, String result, List<String> problems) {
        Map<String, NodeProto> makers = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(output -> makers.put(output, node)));
        Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> asked = new HashSet<>(Set.of(result));
        List<String> open = new ArrayList<>(List.of(result));
        while (!open.isEmpty()) {
            NodeProto maker = makers.get(open.removeLast());
            if (maker != null && needed.add(maker)) {
                maker.getInputList().stream().filter(asked::add).forEach(open::add);
            }
        }
        Set<String> unknown = new TreeSet<>();
        List<ReadNode> all = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            if (needed.contains(node)) {
                read(node, asked, unknown, problems, all);
            }
        }
        if (!unknown.isEmpty()) {
            problems.add("operators " + String.join(", ", unknown) + " are not computed here");
        }
        return all;
    }

    private static void read(NodeProto node, Set<String> asked, Set<String> unknown, List<String> problems,
            List<ReadNode> all) {
        boolean learned = node.getDomain().equals(OnnxGraph.LEARNING);
        Function<Attributes, Operation> maker = learned
                ? LearnedOperators.ALL.get(node.getOpType())
                : node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx")
                        ? GeneralOperators.ALL.get(node.getOpType())
                        : null;
        if (maker == null) {
            unknown.add(node.getOpType());
            return;
        }
        int scores = LearnedOperators.CLASSIFIERS.contains(node.getOpType()) ? 1 : 0;
        String name = node.getName().isEmpty() ? node.getOpType() : node.getName();
        for (int i = 0; i < node.getOutputCount(); i++) {
            if (i != scores && asked.contains(node.getOutput(i))) {
                problems.add("result " + (i + 1) + " of " + name + " is not computed here");
            }
        }
        if (scores >= node.getOutputCount()) {
            problems.add(name + " must give scores");
            return;
        }
        OnnxModel.tried(problems, () -> all.add(new ReadNode(name, maker.apply(new Attributes(node)),
                node.getInputList(), node.getOutput(scores))));
    }
}
