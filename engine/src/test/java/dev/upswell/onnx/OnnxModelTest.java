package dev.upswell.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class OnnxModelTest {

    private static final int ROWS = 300;

    /// Two columns, of which one in five numbers is missing.
    private static float[] values() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? Float.NaN : (float) (random.nextDouble() * 4 - 2);
        }
        return values;
    }

    private static double[] here(byte[] file, float[] values) {
        return OnnxModel.read(file).scores(values, 2, Map.of("x", new int[]{0, 1}));
    }

    private static double[] there(byte[] file, float[] values) throws OrtException {
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(runtime, FloatBuffer.wrap(values), new long[]{ROWS, 2});
                OrtSession session = runtime.createSession(file);
                OrtSession.Result said = session.run(Map.of("x", input))) {
            float[][] rows = (float[][]) said.get("probability").orElseThrow().getValue();
            return Arrays.stream(rows).mapToDouble(row -> row[row.length - 1]).toArray();
        }
    }

    private static byte[] model(BiFunction<OnnxGraph, OnnxGraph.Value, OnnxGraph.Value> steps) {
        OnnxGraph graph = new OnnxGraph();
        OnnxGraph.Value x = graph.input("x", "two columns", 2);
        return graph.model("test", "a test", Map.of("probability", steps.apply(graph, x)), Map.of("made", "here"));
    }

    private static OnnxGraph.Step nodes(OnnxGraph graph, String operator, String mode) {
        return graph.learned(operator)
                .with("nodes_treeids", new long[]{0, 0, 0, 1, 1, 1}).with("nodes_nodeids", new long[]{0, 1, 2, 0, 1, 2})
                .with("nodes_featureids", new long[]{0, 0, 0, 1, 0, 0})
                .with("nodes_modes", List.of(mode, "LEAF", "LEAF", mode, "LEAF", "LEAF"))
                .with("nodes_values", new float[]{0.5f, 0, 0, -0.25f, 0, 0})
                .with("nodes_truenodeids", new long[]{1, 0, 0, 2, 0, 0})
                .with("nodes_falsenodeids", new long[]{2, 0, 0, 1, 0, 0})
                .with("nodes_missing_value_tracks_true", new long[]{1, 0, 0, 0, 0, 0});
    }

    @Test
    void classifiersOfTwoClassesSayWhatTheRuntimeSays() throws OrtException {
        for (String mode : List.of("BRANCH_LEQ", "BRANCH_LT", "BRANCH_GT", "BRANCH_GTE")) {
            for (float[] weights : List.of(new float[]{0.1f, 0.3f, 0.2f, 0.4f}, new float[]{-1, 0.3f, 0.2f, 2})) {
                for (String after : weights[0] > 0 ? List.of("NONE", "LOGISTIC") : List.of("LOGISTIC")) {
                    byte[] file = model((graph, x) -> nodes(graph, "TreeEnsembleClassifier", mode)
                            .with("class_treeids", new long[]{0, 0, 1, 1}).with("class_nodeids", new long[]{1, 2, 1, 2})
                            .with("class_ids", new long[]{0, 0, 0, 0}).with("class_weights", weights)
                            .with("classlabels_int64s", new long[]{0, 1})
                            .with("post_transform", after).on(2, x).getLast());

                    assertThat(here(file, values())).as(mode + after)
                            .containsExactly(there(file, values()), within(1e-6));
                }
            }
        }
    }

    @Test
    void forestsThatSpeakOfBothClassesSayWhatTheRuntimeSays() throws OrtException {
        byte[] file = model((graph, x) -> nodes(graph, "TreeEnsembleClassifier", "BRANCH_LEQ")
                .with("class_treeids", new long[]{0, 0, 0, 0, 1, 1, 1, 1})
                .with("class_nodeids", new long[]{1, 1, 2, 2, 1, 1, 2, 2})
                .with("class_ids", new long[]{0, 1, 0, 1, 0, 1, 0, 1})
                .with("class_weights", new float[]{1, 0.3f, 0.2f, 2, 0.5f, 0.7f, 0.9f, 0.1f})
                .with("classlabels_int64s", new long[]{0, 1}).with("post_transform", "SOFTMAX").on(2, x).getLast());

        assertThat(here(file, values())).containsExactly(there(file, values()), within(1e-6));
    }

    @Test
    void aPipelineOfFillingScalingAndAWeightedSumSaysWhatTheRuntimeSays() throws OrtException {
        byte[] file = model((graph, x) -> {
            OnnxGraph.Value filled = graph.learned("Imputer").with("imputed_value_floats", new float[]{0.5f, -1})
                    .with("replaced_value_float", Float.NaN).on(x);
            OnnxGraph.Value scaled = graph.learned("Scaler").with("offset", new float[]{0.1f, 0.2f})
                    .with("scale", new float[]{2, 0.5f}).on(filled);
            OnnxGraph.Value scores = graph.learned("LinearClassifier")
                    .with("coefficients", new float[]{-0.5f, -1, 0.5f, 1}).with("intercepts", new float[]{-0.3f, 0.3f})
                    .with("classlabels_ints", new long[]{0, 1}).with("post_transform", "LOGISTIC").on(2, scaled)
                    .getLast();
            return graph.learned("Normalizer").with("norm", "L1").on(scores);
        });

        assertThat(here(file, values())).containsExactly(there(file, values()), within(1e-6));
    }

    @Test
    void aSmallNetworkOfGeneralOperatorsSaysWhatTheRuntimeSays() throws OrtException {
        byte[] file = model((graph, x) -> {
            OnnxGraph.Value known = graph.apply("Not", graph.apply("IsNaN", x));
            OnnxGraph.Value filled = graph.apply("Where", known, x, graph.constant(new float[]{0}, 1));
            OnnxGraph.Value both = graph.step("Concat").with("axis", 1).on(filled, graph.rounded(known));
            OnnxGraph.Value hidden = graph.apply("Tanh", graph.apply("MatMul", both,
                    graph.constant(new float[]{1, -1, 0.5f, 2, -0.3f, 0.7f, 0.2f, 0.1f, 0.4f, -1, 1, 0.6f}, 4, 3)));
            OnnxGraph.Value kept = graph.step("Gather").with("axis", 1).on(hidden, graph.constant(new long[]{2, 0}, 2));
            OnnxGraph.Value turned = graph.step("Transpose").with("perm", new long[]{1, 0}).on(kept);
            OnnxGraph.Value back = graph.step("Transpose").with("perm", new long[]{1, 0}).on(turned);
            OnnxGraph.Value sum = graph.step("Gemm").with("transB", 1).on(back,
                    graph.constant(new float[]{1.5f, -0.5f}, 1, 2), graph.constant(new float[]{0.1f}, 1));
            OnnxGraph.Value flat = graph.apply("Squeeze", sum, graph.constant(new long[]{1}, 1));
            OnnxGraph.Value column = graph.apply("Unsqueeze", flat, graph.constant(new long[]{-1}, 1));
            OnnxGraph.Value mean = graph.step("ReduceMean").with("axes", new long[]{1}).with("keepdims", 1).on(column);
            return graph.apply("Sigmoid", graph.apply("Reshape", mean, graph.constant(new long[]{-1, 1}, 2)));
        });

        assertThat(here(file, values())).containsExactly(there(file, values()), within(1e-6));
        assertThat(OnnxModel.read(file).properties()).containsEntry("made", "here");
    }

    @Test
    void everythingThatIsNotUnderstoodIsToldAtOnce() {
        byte[] file = model((graph, x) -> graph.apply("Erf", graph.learned("SVMRegressor").on(
                graph.step("Cast").with("to", TensorProto.DataType.STRING.getNumber()).on(x))));

        assertThatThrownBy(() -> OnnxModel.read(file)).hasMessage(
                "The ONNX file cannot be used: Cast to type 8 is not computed here; operators Erf, SVMRegressor are not"
                        + " computed here.\nMaybe export trees, a linear model or a pipeline of them, with one"
                        + " probability as result.");
    }

    @Test
    void whatIsNoOnnxFileIsRefused() {
        byte[] whole = model((graph, x) -> graph.apply("Sigmoid", x));

        assertThatThrownBy(() -> OnnxModel.read("a letter".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("The ONNX file cannot be used: it is no ONNX file");
        assertThatThrownBy(() -> OnnxModel.read(new byte[0])).hasMessageContaining("it is no ONNX file");
        for (int length = 0; length < whole.length; length++) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0x55;
            readOrRefuse(damaged);
        }
    }

    private static void readOrRefuse(byte[] file) {
        try {
            double[] said = here(file, new float[]{1, 2, 3, 4});
            assertThat(Arrays.stream(said).boxed()).hasSize(2).allMatch(one -> one >= 0 && one <= 1);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("The ONNX file cannot be used");
        } catch (NullPointerException unknown) {
            // a damaged name: whoever asks gives other columns than the file wants
            assertThat(OnnxModel.read(file).inputs()).extracting(OnnxModel.Input::name).doesNotContain("x");
        }
    }

    /// Where a row ends in leaves of one class only, the runtime gives no probabilities.
    @Test
    void leavesThatSpeakNowOfOneClassAndNowOfTheOtherAreRefused() {
        byte[] file = model((graph, x) -> nodes(graph, "TreeEnsembleClassifier", "BRANCH_LEQ")
                .with("class_treeids", new long[]{0, 0, 1, 1}).with("class_nodeids", new long[]{1, 2, 1, 2})
                .with("class_ids", new long[]{0, 1, 1, 0}).with("class_weights", new float[]{1, 0.3f, 0.2f, 2})
                .with("classlabels_int64s", new long[]{0, 1}).on(2, x).getLast());

        assertThatThrownBy(() -> OnnxModel.read(file))
                .hasMessageContaining("leaves must all speak of one class, or each of both");
    }

    @Test
    void treesThatLeadInCirclesAreRefused() {
        byte[] file = model((graph, x) -> graph.learned("TreeEnsembleRegressor").with("nodes_treeids", new long[]{0, 0})
                .with("nodes_nodeids", new long[]{0, 1}).with("nodes_featureids", new long[]{0, 0})
                .with("nodes_modes", List.of("BRANCH_LT", "BRANCH_LT")).with("nodes_values", new float[]{0, 0})
                .with("nodes_truenodeids", new long[]{1, 0}).with("nodes_falsenodeids", new long[]{1, 0}).on(x));

        assertThatThrownBy(() -> OnnxModel.read(file))
                .hasMessageContaining("a node must have one way that leads to it");
    }

    @Test
    void aFileThatAsksForMoreMemoryThanItIsWorthIsRefused() {
        byte[] huge = ModelProto.newBuilder().setGraph(GraphProto.newBuilder()
                .addInitializer(TensorProto.newBuilder().setName("c").addDims(1 << 20).addDims(1 << 20)
                        .setDataType(TensorProto.DataType.FLOAT.getNumber()))
                .addNode(NodeProto.newBuilder().setOpType("Identity").addInput("c").addOutput("probability"))
                .addOutput(ValueInfoProto.newBuilder().setName("probability"))).build().toByteArray();
        byte[] blown = model((graph, x) -> {
            OnnxGraph.Value wide = graph.step("Concat").with("axis", 1).on(x, x, x, x, x, x, x, x);
            for (int i = 0; i < 5; i++) {
                wide = graph.step("Concat").with("axis", 1).on(wide, wide, wide, wide, wide, wide, wide, wide);
            }
            return wide;
        });

        assertThatThrownBy(() -> OnnxModel.read(huge)).hasMessageContaining("must have at most");
        assertThatThrownBy(() -> here(blown, values())).hasMessageContaining("must have at most");
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        byte[] file = model((graph, x) -> graph.step("ReduceSum").with("keepdims", 1).on(
                graph.step("Where").on(graph.apply("IsNaN", x), graph.constant(new float[]{7}, 1), x),
                graph.constant(new long[]{1}, 1)));

        assertThatThrownBy(() -> here(file, values()))
                .hasMessageContaining("its result probability must be a probability, but is ");
    }
}
