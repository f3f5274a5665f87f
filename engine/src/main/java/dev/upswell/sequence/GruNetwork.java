package dev.upswell.sequence;

import dev.upswell.numeric.Odds;
import dev.upswell.onnx.OnnxGraph;
import java.util.List;
import java.util.stream.IntStream;

/// Scores rows with learnt weights, in plain Java: a model serves wherever Java runs, also where it could not be trained.
///
/// A gated recurrent unit reads the time steps; its last state stands beside an embedding of the instant's columns; a layer
/// of rectified units leads from both to the log-odds.
///
/// **source** Cho et al., Learning phrase representations using RNN encoder–decoder (2014), in the variant that PyTorch
/// computes; Gal and Ghahramani, Dropout as a Bayesian approximation (2016).
final class GruNetwork {

    private final GruWeights.Sizes sizes;
    private final GruWeights weights;
    private final float[] gatesOfInput;
    private final float[] gatesOfState;

    GruNetwork(GruWeights weights) {
        this.weights = weights;
        sizes = weights.sizes();
        // by input, so that the innermost loop goes along the units and the processor takes several at once
        gatesOfInput = transposed(weights.part(GruWeights.Part.GATES_OF_INPUT), 3 * sizes.state(), sizes.inputs());
        gatesOfState = transposed(weights.part(GruWeights.Part.GATES_OF_STATE), 3 * sizes.state(), sizes.state());
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] turned = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = matrix[row * columns + column];
            }
        }
        return turned;
    }

    GruWeights weights() {
        return weights;
    }

    /// The state and the embedding of a row, one after the other, before any dropout.
    float[] read(float[] history, int steps, float[] instant) {
        float[] both = new float[sizes.state() + sizes.embedding()];
        float[] state = state(history, steps);
        System.arraycopy(state, 0, both, 0, state.length);
        float[] embedded = weights.part(GruWeights.Part.EMBEDDING_BIAS).clone();
        add(weights.part(GruWeights.Part.EMBEDDING), instant, 0, sizes.columns(), embedded);
        rectify(embedded);
        System.arraycopy(embedded, 0, both, state.length, embedded.length);
        return both;
    }

    private float[] state(float[] history, int steps) {
        int units = sizes.state();
        float[] state = new float[units];
        float[] ofInput = new float[3 * units];
        float[] ofState = new float[3 * units];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(weights.part(GruWeights.Part.INPUT_BIAS), 0, ofInput, 0, ofInput.length);
            System.arraycopy(weights.part(GruWeights.Part.STATE_BIAS), 0, ofState, 0, ofState.length);
            add(gatesOfInput, history, step * sizes.inputs(), sizes.inputs(), ofInput);
            add(gatesOfState, state, 0, units, ofState);
            for (int i = 0; i < units; i++) {
                double reset = Odds.probability(ofInput[i] + ofState[i]);
                double update = Odds.probability(ofInput[units + i] + ofState[units + i]);
                double candidate = tanh(ofInput[2 * units + i] + reset * ofState[2 * units + i]);
                state[i] = (float) ((1 - update) * candidate + update * state[i]);
            }
        }
        return state;
    }

    /// By the exponential, which every compiler of the virtual machine rounds alike.
    private static double tanh(double x) {
        return 2 * Odds.probability(2 * x) - 1;
    }

    /// The log-odds of a row with some units left out.
    float logOdds(float[] both, Dropped dropped) {
        float[] kept = new float[both.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = both[i] * dropped.before()[i];
        }
        float[] head = weights.part(GruWeights.Part.HEAD_BIAS).clone();
        add(weights.part(GruWeights.Part.HEAD), kept, 0, kept.length, head);
        rectify(head);
        float[] answer = weights.part(GruWeights.Part.ANSWER);
        float sum = weights.part(GruWeights.Part.ANSWER_BIAS)[0];
        for (int i = 0; i < head.length; i++) {
            sum += head[i] * dropped.after()[i] * answer[i];
        }
        return sum;
    }

    SequenceScore score(float[] history, int steps, float[] instant, Dropped[] passes) {
        float[] both = read(history, steps, instant);
        double probabilities = 0;
        double sum = 0;
        double squares = 0;
        for (Dropped pass : passes) {
            double logOdds = logOdds(both, pass);
            probabilities += Odds.probability(logOdds);
            sum += logOdds;
            squares += logOdds * logOdds;
        }
        double mean = sum / passes.length;
        return new SequenceScore(probabilities / passes.length,
                Math.sqrt(Math.max(0, squares / passes.length - mean * mean)));
    }

    /// Writes [#score] into a graph: the mean probability of the passes.
    ///
    /// @param history rows of steps of inputs, scaled
    /// @param instant rows of inputs, scaled
    /// @return one score a row, in double precision
    OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value history, OnnxGraph.Value instant, Dropped[] passes) {
        OnnxGraph.Value embedded = graph.apply("Relu", dense(graph, instant, GruWeights.Part.EMBEDDING,
                GruWeights.Part.EMBEDDING_BIAS));
        OnnxGraph.Value both = graph.step("Concat").with("axis", 1).on(drawState(graph, history), embedded);
        OnnxGraph.Value kept = graph.apply("Mul",
                graph.apply("Unsqueeze", both, graph.constant(new long[]{1}, 1)), chosen(graph, passes, true));
        OnnxGraph.Value head = graph.apply("Relu", dense(graph, kept, GruWeights.Part.HEAD, GruWeights.Part.HEAD_BIAS));
        OnnxGraph.Value answers = dense(graph, graph.apply("Mul", head, chosen(graph, passes, false)),
                GruWeights.Part.ANSWER, GruWeights.Part.ANSWER_BIAS);
        return graph.step("ReduceMean").with("axes", new long[]{1}).with("keepdims", 0)
                .on(graph.apply("Sigmoid", graph.precise(answers)));
    }

    /// ONNX orders the gates update, reset, candidate.
    private OnnxGraph.Value drawState(OnnxGraph graph, OnnxGraph.Value history) {
        int units = sizes.state();
        float[] biases = new float[6 * units];
        System.arraycopy(turned(GruWeights.Part.INPUT_BIAS, 1), 0, biases, 0, 3 * units);
        System.arraycopy(turned(GruWeights.Part.STATE_BIAS, 1), 0, biases, 3 * units, 3 * units);
        OnnxGraph.Value steps = graph.step("Transpose").with("perm", new long[]{1, 0, 2}).on(history);
        List<OnnxGraph.Value> states = graph.step("GRU").with("hidden_size", units).with("linear_before_reset", 1).on(2,
                steps, graph.constant(turned(GruWeights.Part.GATES_OF_INPUT, sizes.inputs()), 1, 3 * units,
                        sizes.inputs()),
                graph.constant(turned(GruWeights.Part.GATES_OF_STATE, units), 1, 3 * units, units),
                graph.constant(biases, 1, 6 * units));
        return graph.apply("Squeeze", states.getLast(), graph.constant(new long[]{0}, 1));
    }

    private float[] turned(GruWeights.Part part, int width) {
        float[] gates = weights.part(part).clone();
        int one = sizes.state() * width;
        System.arraycopy(weights.part(part), one, gates, 0, one);
        System.arraycopy(weights.part(part), 0, gates, one, one);
        return gates;
    }

    private OnnxGraph.Value dense(OnnxGraph graph, OnnxGraph.Value inputs, GruWeights.Part matrix,
            GruWeights.Part bias) {
        long[] shape = sizes.shape(matrix);
        OnnxGraph.Value product = graph.apply("MatMul", inputs,
                graph.constant(weights.part(matrix), (int) shape[0], (int) shape[1]));
        return graph.apply("Add", product, graph.constant(weights.part(bias), (int) shape[1]));
    }

    private static OnnxGraph.Value chosen(OnnxGraph graph, Dropped[] passes, boolean before) {
        int width = before ? passes[0].before().length : passes[0].after().length;
        float[] all = new float[passes.length * width];
        for (int pass = 0; pass < passes.length; pass++) {
            System.arraycopy(before ? passes[pass].before() : passes[pass].after(), 0, all, pass * width, width);
        }
        return graph.constant(all, passes.length, width);
    }

    /// The same choices of left-out units for every row, so that a row's score does not hang on its neighbours.
    Dropped[] passes(int count, double share, long seed) {
        return IntStream.range(0, count)
                .mapToObj(pass -> Dropped.of(sizes.state() + sizes.embedding(), sizes.head(), share, seed, pass))
                .toArray(Dropped[]::new);
    }

    /// Adds `inputs × matrix` to the sums; the matrix has one row per input.
    private static void add(float[] matrix, float[] inputs, int from, int count, float[] sums) {
        for (int input = 0; input < count; input++) {
            float value = inputs[from + input];
            int row = input * sums.length;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += value * matrix[row + i];
            }
        }
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }
}
