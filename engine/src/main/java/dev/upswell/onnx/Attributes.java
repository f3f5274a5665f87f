package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an operator of a file was told beside its operands.
final class Attributes {

    private final Map<String, AttributeProto> all = new HashMap<>();
    private final String operator;

    Attributes(NodeProto node) {
        operator = node.getOpType();
        node.getAttributeList().forEach(attribute -> all.put(attribute.getName(), attribute));
    }

    private Optional<AttributeProto> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    long whole(String name, long otherwise) {
        return find(name).map(AttributeProto::getI).orElse(otherwise);
    }

    double number(String name, double otherwise) {
        return find(name).map(one -> (double) one.getF()).orElse(otherwise);
    }

    /// **errors** `IllegalArgumentException` when it is none of these.
    String word(String name, String otherwise, String... known) {
        String word = find(name).map(one -> one.getS().toStringUtf8()).orElse(otherwise);
        if (!List.of(known).contains(word)) {
            throw new IllegalArgumentException(operator + " with " + name + " " + word + " is not computed here");
        }
        return word;
    }

    List<String> words(String name) {
        return find(name).map(one -> one.getStringsList().stream().map(ByteString::toStringUtf8).toList())
                .orElse(List.of());
    }

    long[] wholes(String name) {
        return find(name).map(one -> one.getIntsList().stream().mapToLong(Long::longValue).toArray())
                .orElse(new long[0]);
    }

    /// Empty where there is no such attribute.
    double[] numbers(String name) {
        return find(name).map(one -> one.getFloatsList().stream().mapToDouble(Float::doubleValue).toArray())
                .orElse(new double[0]);
    }

    /// The tensor of this name; its numbers in double precision stand in for those that are kept in single precision.
    Optional<Tensor> tensor(String name) {
        return find(name).map(one -> Tensors.read(one.getT()));
    }

    /// Refuses what is not understood.
    void without(String... names) {
        for (String name : names) {
            if (has(name)) {
                throw new IllegalArgumentException(operator + " with " + name + " is not computed here");
            }
        }
    }
}
