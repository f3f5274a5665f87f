package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// The operators of the general set that are computed here.
///
/// All numbers are computed in double precision; only a cast to single precision rounds.
final class GeneralOperators {

    static final Map<String, Function<Attributes, Operation>> ALL = all();

    private GeneralOperators() {
    }

    private static Map<String, Function<Attributes, Operation>> all() {
        Map<String, Function<Attributes, Operation>> all = new HashMap<>();
        singles().forEach((name, function) -> all.put(name,
                attributes -> operands -> Elementwise.each(operands.at(0), function)));
        pairs().forEach((name, function) -> all.put(name,
                attributes -> operands -> Elementwise.both(operands.at(0), operands.at(1), function)));
        all.put("Identity", attributes -> operands -> operands.at(0));
        all.put("Max", attributes -> operands -> folded(operands, Math::max));
        all.put("Min", attributes -> operands -> folded(operands, Math::min));
        all.put("Where",
                attributes -> operands -> Elementwise.choose(operands.at(0), operands.at(1), operands.at(2)));
        all.put("Clip", attributes -> operands -> clip(attributes, operands));
        all.put("Cast", attributes -> {
            DoubleUnaryOperator cast = cast(attributes.whole("to", 0));
            return operands -> Elementwise.each(operands.at(0), cast);
        });
        all.put("Constant", attributes -> {
            Tensor constant = constant(attributes);
            return operands -> constant;
        });
        all.put("Softmax", attributes -> operands -> softmax(operands.at(0), attributes.whole("axis", -1)));
        all.put("Gemm", attributes -> operands -> gemm(attributes, operands));
        all.putAll(shaping());
        return Map.copyOf(all);
    }

    private static Map<String, Function<Attributes, Operation>> shaping() {
        Map<String, Function<Attributes, Operation>> all = new HashMap<>();
        all.put("MatMul", attributes -> operands -> Shaping.product(operands.at(0), operands.at(1)));
        all.put("Concat",
                attributes -> operands -> Shaping.concat(parts(operands), attributes.whole("axis", 0)));
        all.put("Gather", attributes -> operands -> Shaping.gather(operands.at(0), operands.at(1),
                attributes.whole("axis", 0)));
        all.put("Reshape", attributes -> operands -> Shaping.reshape(operands.at(0), operands.at(1)));
        all.put("Squeeze", attributes -> operands -> Shaping.squeeze(operands.at(0),
                Shaping.axes(attributes, operands.find(1))));
        all.put("Unsqueeze", attributes -> operands -> Shaping.unsqueeze(operands.at(0),
                Shaping.axes(attributes, operands.find(1))));
        all.put("Flatten",
                attributes -> operands -> Shaping.flatten(operands.at(0), attributes.whole("axis", 1)));
        all.put("Transpose",
                attributes -> operands -> Shaping.transpose(operands.at(0), attributes.wholes("perm")));
        all.put("ReduceMean", attributes -> operands -> reduced(attributes, operands, true));
        all.put("ReduceSum", attributes -> operands -> reduced(attributes, operands, false));
        return all;
    }

    private static Map<String, DoubleUnaryOperator> singles() {
        return Map.ofEntries(Map.entry("Abs", Math::abs), Map.entry("Neg", value -> -value),
                Map.entry("Exp", Math::exp), Map.entry("Log", Math::log), Map.entry("Sqrt", Math::sqrt),
                Map.entry("Tanh", Math::tanh), Map.entry("Relu", value -> Math.max(0, value)),
                Map.entry("Sigmoid", value -> 1 / (1 + Math.exp(-value))), Map.entry("Floor", Math::floor),
                Map.entry("Ceil", Math::ceil), Map.entry("Not", value -> value == 0 ? 1 : 0),
                Map.entry("IsNaN", value -> Double.isNaN(value) ? 1 : 0),
                Map.entry("IsInf", value -> Double.isInfinite(value) ? 1 : 0));
    }

    private static Map<String, DoubleBinaryOperator> pairs() {
        return Map.ofEntries(Map.entry("Add", Double::sum), Map.entry("Sub", (one, other) -> one - other),
                Map.entry("Mul", (one, other) -> one * other), Map.entry("Div", (one, other) -> one / other),
                Map.entry("Pow", Math::pow), Map.entry("Less", (one, other) -> one < other ? 1 : 0),
                Map.entry("LessOrEqual", (one, other) -> one <= other ? 1 : 0),
                Map.entry("Greater", (one, other) -> one > other ? 1 : 0),
                Map.entry("GreaterOrEqual", (one, other) -> one >= other ? 1 : 0),
                Map.entry("Equal", (one, other) -> one == other ? 1 : 0),
                Map.entry("And", (one, other) -> one != 0 && other != 0 ? 1 : 0),
                Map.entry("Or", (one, other) -> one != 0 || other != 0 ? 1 : 0));
    }

    private static List<Tensor> parts(Operation.Operands operands) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            parts.add(operands.at(i));
        }
        return parts;
    }

    private static Tensor folded(Operation.Operands operands, DoubleBinaryOperator function) {
        return parts(operands).stream().reduce((one, other) -> Elementwise.both(one, other, function)).orElseThrow();
    }

    private static Tensor clip(Attributes attributes, Operation.Operands operands) {
        Tensor least = operands.find(1);
        Tensor most = operands.find(2);
        double low = least == null ? attributes.number("min", Double.NEGATIVE_INFINITY) : least.values()[0];
        double high = most == null ? attributes.number("max", Double.POSITIVE_INFINITY) : most.values()[0];
        return Elementwise.each(operands.at(0), value -> Math.min(Math.max(value, low), high));
    }

    private static DoubleUnaryOperator cast(long to) {
        return switch (TensorProto.DataType.forNumber((int) to)) {
            case DOUBLE -> value -> value;
            case FLOAT -> value -> (float) value;
            case INT64, INT32 -> value -> (long) value;
            case BOOL -> value -> value != 0 ? 1 : 0;
            case null, default -> throw new IllegalArgumentException("Cast to type " + to + " is not computed here");
        };
    }

    private static Tensor constant(Attributes attributes) {
        if (attributes.has("value")) {
            return attributes.tensor("value").orElseThrow();
        }
        if (attributes.has("value_float") || attributes.has("value_int")) {
            return Tensor.of(attributes.number("value_float", attributes.whole("value_int", 0)));
        }
        attributes.without("value_string", "value_strings", "sparse_value");
        double[] numbers = attributes.numbers("value_floats");
        return Tensor.row(numbers.length > 0
                ? numbers
                : Arrays.stream(attributes.wholes("value_ints")).asDoubleStream().toArray());
    }

    private static Tensor softmax(Tensor tensor, long axis) {
        if (tensor.axis(axis) != tensor.rank() - 1) {
            throw new IllegalArgumentException("Softmax along axis " + axis + " is not computed here");
        }
        return LearnedOperators.rows(tensor, tensor.width(), LearnedOperators::softmax);
    }

    private static Tensor gemm(Attributes attributes, Operation.Operands operands) {
        Tensor one = attributes.whole("transA", 0) == 0
                ? operands.at(0)
                : Shaping.transpose(operands.at(0), new long[0]);
        Tensor other = attributes.whole("transB", 0) == 0
                ? operands.at(1)
                : Shaping.transpose(operands.at(1), new long[0]);
        double alpha = attributes.number("alpha", 1);
        double beta = attributes.number("beta", 1);
        Tensor product = Elementwise.each(Shaping.product(one, other), value -> alpha * value);
        return operands.find(2) == null
                ? product
                : Elementwise.both(product, Objects.requireNonNull(operands.find(2)), (a, b) -> a + beta * b);
    }

    private static Tensor reduced(Attributes attributes, Operation.Operands operands, boolean mean) {
        return Shaping.sum(operands.at(0), Shaping.axes(attributes, operands.find(1)),
                attributes.whole("keepdims", 1) != 0, mean);
    }
}
