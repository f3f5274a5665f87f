package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A computation that is written down step by step, and then becomes the bytes of an ONNX model.
///
/// Same steps in the same order give the same bytes · **source** the ONNX specification, operators of version 17 and machine
/// learning operators of version 3, which runtimes of 2022 and later know.
public final class OnnxGraph {

    static final String LEARNING = "ai.onnx.ml";

    private static final int FORMAT = 8;
    private static final int OPERATORS = 17;
    private static final int LEARNING_OPERATORS = 3;
    private static final String ROWS = "rows";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int steps;

    /// What is known of a table or number at some point of the computation: its name.
    public record Value(String name) {
    }

    /// Numbers that the caller gives: one row for each thing to be scored.
    ///
    /// @param meaning what they are, for the reader of the file
    /// @param shape of one row
    public Value input(String name, String meaning, int... shape) {
        graph.addInput(described(name, TensorProto.DataType.FLOAT, shape).setDocString(meaning));
        return new Value(name);
    }

    /// Numbers of the model, in double precision.
    ///
    /// @param shape empty for a single number
    public Value constant(double[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return constant(TensorProto.DataType.DOUBLE, bytes, shape);
    }

    /// Numbers of the model, in single precision.
    public Value constant(float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(TensorProto.DataType.FLOAT, bytes, shape);
    }

    /// Whole numbers, such as places or axes.
    public Value constant(long[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return constant(TensorProto.DataType.INT64, bytes, shape);
    }

    /// Yes or no for each column.
    public Value constant(boolean[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
        return constant(TensorProto.DataType.BOOL, bytes.rewind(), values.length);
    }

    /// One number in double precision.
    public Value number(double value) {
        return constant(new double[]{value});
    }

    private Value constant(TensorProto.DataType type, ByteBuffer bytes, int... shape) {
        String name = "c" + graph.getInitializerCount();
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (int length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return new Value(name);
    }

    /// One operator of the general set, to be given its attributes and operands.
    public Step step(String operator) {
        return new Step(operator, "");
    }

    /// One operator of the set for machine learning.
    public Step learned(String operator) {
        return new Step(operator, LEARNING);
    }

    /// The result of an operator without attributes.
    public Value apply(String operator, Value... operands) {
        return step(operator).on(operands);
    }

    /// The same numbers in double precision.
    public Value precise(Value value) {
        return step("Cast").with("to", TensorProto.DataType.DOUBLE.getNumber()).on(value);
    }

    /// The same numbers in single precision.
    public Value rounded(Value value) {
        return step("Cast").with("to", TensorProto.DataType.FLOAT.getNumber()).on(value);
    }

    /// An operator under way.
    public final class Step {

        private final NodeProto.Builder node;

        private Step(String operator, String domain) {
            node = NodeProto.newBuilder().setOpType(operator).setDomain(domain);
        }

        /// Sets a whole number.
        public Step with(String name, long value) {
            return with(attribute(name, AttributeProto.AttributeType.INT).setI(value));
        }

        /// Sets a number.
        public Step with(String name, float value) {
            return with(attribute(name, AttributeProto.AttributeType.FLOAT).setF(value));
        }

        /// Sets a word.
        public Step with(String name, String value) {
            return with(attribute(name, AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
        }

        /// Sets whole numbers.
        public Step with(String name, long[] values) {
            AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.INTS);
            for (long value : values) {
                attribute.addInts(value);
            }
            return with(attribute);
        }

        /// Sets numbers.
        public Step with(String name, float[] values) {
            AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.FLOATS);
            for (float value : values) {
                attribute.addFloats(value);
            }
            return with(attribute);
        }

        /// Sets words.
        public Step with(String name, Collection<String> values) {
            AttributeProto.Builder attribute = attribute(name, AttributeProto.AttributeType.STRINGS);
            values.forEach(value -> attribute.addStrings(ByteString.copyFromUtf8(value)));
            return with(attribute);
        }

        private Step with(AttributeProto.Builder attribute) {
            node.addAttribute(attribute);
            return this;
        }

        private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
            return AttributeProto.newBuilder().setName(name).setType(type);
        }

        /// The operator's only result.
        public Value on(Value... operands) {
            return on(1, operands).getFirst();
        }

        /// The operator's results.
        ///
        /// @param operands one without a name stands for an operand that is left out
        public List<Value> on(int results, Value... operands) {
            String name = "s" + steps++;
            node.setName(name + "_" + node.getOpType());
            for (Value operand : operands) {
                node.addInput(operand.name());
            }
            List<Value> all = new ArrayList<>();
            for (int i = 0; i < results; i++) {
                Value result = new Value(results == 1 ? name : name + "_" + i);
                node.addOutput(result.name());
                all.add(result);
            }
            graph.addNode(node);
            return all;
        }
    }

    /// The model that gives these results.
    ///
    /// @param name what the model is called
    /// @param meaning what it says, for the reader of the file
    /// @param results by the names that users of the model see; each one number a row, in single precision
    /// @param properties whatever else a user should know, by name
    public byte[] model(String name, String meaning, Map<String, Value> results, Map<String, String> properties) {
        GraphProto.Builder whole = graph.clone().setName(name).setDocString(meaning);
        new TreeMap<>(results).forEach((shown, value) -> {
            whole.addNode(NodeProto.newBuilder().setName(shown).setOpType("Identity").setDomain("")
                    .addInput(value.name()).addOutput(shown));
            whole.addOutput(described(shown, TensorProto.DataType.FLOAT, 1));
        });
        ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(FORMAT).setProducerName("Upswell")
                .setDocString(meaning).setGraph(whole)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(LEARNING).setVersion(LEARNING_OPERATORS));
        new TreeMap<>(properties).forEach((key, value) -> model
                .addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static ValueInfoProto.Builder described(String name, TensorProto.DataType type, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS));
        for (int length : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(length));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions)));
    }
}
