package dev.upswell.sequence;

import dev.upswell.numeric.SplitMix;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The numbers that a network learns.
///
/// @param sizes how large the network is
/// @param parts one array per part, in the order in which parts are declared, row after row
record GruWeights(Sizes sizes, float[][] parts) {

    GruWeights {
        for (Part part : Part.values()) {
            if (parts[part.ordinal()].length != sizes.count(part)) {
                throw new IllegalArgumentException("weights of " + part + " (" + parts[part.ordinal()].length
                        + ") must be " + sizes.count(part) + "\nMaybe they belong to a network of another size.");
            }
        }
    }

    /// How many inputs and units a network has.
    ///
    /// @param inputs numbers per time step
    /// @param columns numbers of the instant
    record Sizes(int inputs, int columns, int state, int embedding, int head) {

        /// Rows and columns of a part; vectors have one row.
        long[] shape(Part part) {
            return switch (part) {
                case GATES_OF_INPUT -> new long[]{3L * state, inputs};
                case GATES_OF_STATE -> new long[]{3L * state, state};
                case INPUT_BIAS, STATE_BIAS -> new long[]{3L * state};
                case EMBEDDING -> new long[]{columns, embedding};
                case EMBEDDING_BIAS -> new long[]{embedding};
                case HEAD -> new long[]{(long) state + embedding, head};
                case HEAD_BIAS -> new long[]{head};
                case ANSWER -> new long[]{head, 1};
                case ANSWER_BIAS -> new long[]{1};
            };
        }

        int count(Part part) {
            return (int) Arrays.stream(shape(part)).reduce(1, (x, y) -> x * y);
        }

        /// How many numbers feed one unit of a part: the wider, the smaller its first weights.
        private int feeding(Part part) {
            return switch (part) {
                case GATES_OF_INPUT, GATES_OF_STATE, INPUT_BIAS, STATE_BIAS -> state;
                case EMBEDDING, EMBEDDING_BIAS -> Math.max(1, columns);
                case HEAD, HEAD_BIAS -> state + embedding;
                case ANSWER, ANSWER_BIAS -> head;
            };
        }
    }

    /// Gates stand in the order reset, update, candidate.
    enum Part {
        GATES_OF_INPUT,
        GATES_OF_STATE,
        INPUT_BIAS,
        STATE_BIAS,
        EMBEDDING,
        EMBEDDING_BIAS,
        HEAD,
        HEAD_BIAS,
        ANSWER,
        ANSWER_BIAS
    }

    /// Weights to start a training from: uniform, up to one over the root of the numbers that feed a unit.
    static GruWeights first(Sizes sizes, long seed) {
        float[][] parts = new float[Part.values().length][];
        long at = SplitMix.mix(seed * SplitMix.GOLDEN);
        for (Part part : Part.values()) {
            float[] weights = new float[sizes.count(part)];
            double bound = 1 / Math.sqrt(sizes.feeding(part));
            for (int i = 0; i < weights.length; i++) {
                at += SplitMix.GOLDEN;
                weights[i] = (float) ((2 * SplitMix.unit(SplitMix.mix(at)) - 1) * bound);
            }
            parts[part.ordinal()] = weights;
        }
        return new GruWeights(sizes, parts);
    }

    float[] part(Part part) {
        return parts[part.ordinal()];
    }

    void write(DataOutput out) throws IOException {
        for (int size : new int[]{sizes.inputs, sizes.columns, sizes.state, sizes.embedding, sizes.head}) {
            out.writeInt(size);
        }
        for (float[] part : parts) {
            out.writeInt(part.length);
            for (float weight : part) {
                out.writeFloat(weight);
            }
        }
    }

    static GruWeights read(DataInputStream in) throws IOException {
        Sizes sizes = new Sizes(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        float[][] parts = new float[Part.values().length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new float[Lengths.read(in, Float.BYTES)];
            for (int j = 0; j < parts[i].length; j++) {
                parts[i][j] = in.readFloat();
            }
        }
        return new GruWeights(sizes, parts);
    }
}
