package dev.upswell.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An ONNX file that gives each row one probability, computed in plain Java.
///
/// Of the standard, the operators are known that trees, linear models and what is put around them consist of. No code of the file
/// runs, nothing outside the file is read, and what a file can ask for in time and memory is bounded by its size.
///
/// **cost** about as much as the trees themselves · **source** the ONNX specification; for scores of two classes, what ONNX
/// Runtime does. It is safe for several threads.
public final class OnnxModel {

    /// The largest file that is read, in bytes.
    public static final int LARGEST = 64 << 20;

    private static final int ROWS_AT_ONCE = 256;
    private static final int MOST_NUMBERS = 1 << 24;
    private static final List<String> USUAL_NAMES = List.of("probability", "probabilities", "output_probability");

    private final List<Input> inputs;
    private final Map<String, String> properties;
    private final Map<String, Tensor> constants;
    private final List<ReadNode> nodes;
    private final String result;

    private OnnxModel(List<Input> inputs, Map<String, String> properties, Map<String, Tensor> constants,
            List<ReadNode> nodes, String result) {
        this.inputs = List.copyOf(inputs);
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        this.constants = Map.copyOf(constants);
        this.nodes = List.copyOf(nodes);
        this.result = result;
    }

    /// What the model is to be given.
    ///
    /// @param columns how many numbers of each row; null where the file leaves it open
    public record Input(String name, @Nullable Integer columns) {
    }

    /// The model in this file.
    ///
    /// **errors** `IllegalArgumentException` that tells everything in the file which is not understood.
    public static OnnxModel read(byte[] file) {
        if (file.length > LARGEST) {
            throw refused(List.of("it has " + file.length + " bytes, and " + LARGEST + " are the most"));
        }
        try {
            return read(ModelProto.parseFrom(file));
        } catch (InvalidProtocolBufferException e) {
            throw refused(List.of("it is no ONNX file, or a part of one"));
        }
    }

    private static OnnxModel read(ModelProto model) {
        List<String> problems = new ArrayList<>();
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw refused(List.of("it is no ONNX file, or one that computes nothing"));
        }
        GraphProto graph = model.getGraph();
        Map<String, Tensor> constants = new HashMap<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            tried(problems, () -> constants.put(tensor.getName(), Tensors.read(tensor)));
        }
        String result = result(graph, problems);
        List<ReadNode> nodes = ReadNode.needed(graph, result, problems);
        List<Input> inputs = new ArrayList<>();
        Set<String> asked = new HashSet<>(List.of(result));
        nodes.forEach(node -> asked.addAll(node.operands()));
        graph.getInputList().stream().filter(input -> !constants.containsKey(input.getName()))
                .filter(input -> asked.contains(input.getName())).forEach(input -> inputs.add(input(input, problems)));
        if (model.getFunctionsCount() > 0 || graph.getSparseInitializerCount() > 0) {
            problems.add("functions and sparse numbers are not computed here");
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (StringStringEntryProto property : model.getMetadataPropsList()) {
            properties.put(property.getKey(), property.getValue());
        }
        return new OnnxModel(inputs, properties, constants, nodes, result);
    }

    static void tried(List<String> problems, Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(String.valueOf(e.getMessage()).lines().findFirst().orElse("a number is too large"));
        }
    }

    private static IllegalArgumentException refused(List<String> problems) {
        return new IllegalArgumentException("The ONNX file cannot be used: " + String.join("; ", problems)
                + ".\nMaybe export trees, a linear model or a pipeline of them, with one probability as result.");
    }

    /// The output that is the probability: one of the usual names, else the only one of numbers.
    private static String result(GraphProto graph, List<String> problems) {
        List<String> names = graph.getOutputList().stream().map(ValueInfoProto::getName).toList();
        for (String usual : USUAL_NAMES) {
            if (names.contains(usual)) {
                return usual;
            }
        }
        List<String> numbers = graph.getOutputList().stream().filter(OnnxModel::ofNumbers).map(ValueInfoProto::getName)
                .toList();
        if (numbers.size() == 1) {
            return numbers.getFirst();
        }
        problems.add("its results (" + String.join(", ", names) + ") must be one of numbers, or one of them called "
                + String.join(", ", USUAL_NAMES));
        return names.isEmpty() ? "" : names.getFirst();
    }

    private static boolean ofNumbers(ValueInfoProto value) {
        int type = value.getType().getTensorType().getElemType();
        return value.getType().hasSequenceType() || type == TensorProto.DataType.FLOAT.getNumber()
                || type == TensorProto.DataType.DOUBLE.getNumber();
    }

    private static Input input(ValueInfoProto input, List<String> problems) {
        var type = input.getType().getTensorType();
        if (type.getElemType() != TensorProto.DataType.FLOAT.getNumber()
                && type.getElemType() != TensorProto.DataType.DOUBLE.getNumber()) {
            problems.add("its input " + input.getName() + " must be of float or double");
        }
        if (type.hasShape() && type.getShape().getDimCount() != 2) {
            problems.add("its input " + input.getName() + " must have rows and columns, not "
                    + type.getShape().getDimCount() + " axes");
            return new Input(input.getName(), null);
        }
        boolean known = type.hasShape() && type.getShape().getDim(1).hasDimValue();
        return new Input(input.getName(), known ? (int) type.getShape().getDim(1).getDimValue() : null);
    }

    /// What it is to be given, in the file's order.
    public List<Input> inputs() {
        return inputs;
    }

    /// What the file says of itself, by name; nobody vouches for it.
    public Map<String, String> properties() {
        return properties;
    }

    /// One probability per row.
    ///
    /// @param values row after row, `width` numbers each
    /// @param places where the columns of each input stand in a row, by the input's name
    ///
    /// **errors** `IllegalArgumentException` when the operators do not fit together, or when what comes of it is no probability.
    public double[] scores(float[] values, int width, Map<String, int[]> places) {
        int rows = width == 0 ? 0 : values.length / width;
        double[] all = new double[rows];
        for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, rows - from);
            Map<String, Tensor> known = new HashMap<>(constants);
            for (Input input : inputs) {
                known.put(input.name(), picked(values, width, from, count,
                        Objects.requireNonNull(places.get(input.name()), input.name())));
            }
            System.arraycopy(probabilities(computed(known), count), 0, all, from, count);
        }
        return all;
    }

    private static Tensor picked(float[] values, int width, int from, int count, int[] columns) {
        double[] picked = new double[count * columns.length];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < columns.length; i++) {
                picked[row * columns.length + i] = values[(from + row) * width + columns[i]];
            }
        }
        return new Tensor(new int[]{count, columns.length}, picked);
    }

    private Tensor computed(Map<String, Tensor> known) {
        long numbers = 0;
        for (ReadNode node : nodes) {
            try {
                Tensor made = node.of(known);
                numbers += made.values().length;
                if (numbers > MOST_NUMBERS) {
                    throw new IllegalArgumentException("all steps together must give at most " + MOST_NUMBERS
                            + " numbers for " + ROWS_AT_ONCE + " rows");
                }
                known.put(node.result(), made);
            } catch (IllegalArgumentException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
                throw refused(List.of("its step " + node.name() + " fails: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
            }
        }
        return Objects.requireNonNull(known.get(result), result);
    }

    /// The last column: of two classes the second.
    private double[] probabilities(Tensor said, int rows) {
        int width = rows == 0 ? 0 : said.values().length / rows;
        if (said.values().length != rows * width || width < 1 || width > 2) {
            throw refused(List.of("its result " + result + " must have one or two numbers a row, but has "
                    + said.values().length + " for " + rows + " rows"));
        }
        double[] probabilities = new double[rows];
        for (int row = 0; row < rows; row++) {
            double probability = said.values()[(row + 1) * width - 1];
            if (!(probability >= -1e-6 && probability <= 1 + 1e-6)) {
                throw refused(List.of("its result " + result + " must be a probability, but is " + probability));
            }
            probabilities[row] = Math.clamp(probability, 0, 1);
        }
        return probabilities;
    }
}
