package dev.upswell.sequence;

import dev.upswell.numeric.Odds;
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
