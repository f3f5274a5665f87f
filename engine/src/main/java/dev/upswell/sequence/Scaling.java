package dev.upswell.sequence;

import dev.upswell.onnx.OnnxGraph;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How raw numbers become inputs of a network: outliers clipped, centred, scaled, gaps set to the mean, and a flag beside
/// each number that is missing now and then.
///
/// @param low clip from below, by number
/// @param flags where the flag of each number stands among the inputs; -1 when it has none
record Scaling(float[] low, float[] high, float[] mean, float[] scale, int[] flags) {

    /// Enough to know a percentile.
    private static final int LOOKED_AT = 200_000;
    private static final int BYTES = 4 * Float.BYTES + 1;
    private static final int NO_FLAG = -1;

    /// @param values rows of `width` numbers each
    /// @param clip the share beyond which a number counts as an outlier, at each end
    static Scaling of(float[] values, int width, double clip) {
        Scaling scaling = empty(width);
        int rows = width == 0 ? 0 : values.length / width;
        int inputs = width;
        for (int column = 0; column < width; column++) {
            boolean gaps = scaling.fit(values, rows, column, clip);
            scaling.flags[column] = gaps ? inputs++ : NO_FLAG;
        }
        return scaling;
    }

    private static Scaling empty(int width) {
        return new Scaling(new float[width], new float[width], new float[width], new float[width], new int[width]);
    }

    /// Returns whether the number is missing in some rows and there in others.
    private boolean fit(float[] values, int rows, int column, double clip) {
        int stride = Math.max(1, rows / LOOKED_AT);
        float[] known = new float[rows / stride + 1];
        int count = 0;
        int looked = 0;
        for (int row = 0; row < rows; row += stride) {
            float value = values[row * width() + column];
            looked++;
            if (Float.isFinite(value)) {
                known[count++] = value;
            }
        }
        scale[column] = 1;
        if (count == 0) {
            return false;
        }
        Arrays.sort(known, 0, count);
        low[column] = known[(int) (clip * (count - 1))];
        high[column] = known[(int) ((1 - clip) * (count - 1))];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = Math.clamp(known[i], low[column], high[column]);
            sum += value;
            squares += value * value;
        }
        double middle = sum / count;
        double variance = squares / count - middle * middle;
        mean[column] = (float) middle;
        scale[column] = variance > 1e-10 ? (float) Math.sqrt(variance) : 1;
        return count < looked;
    }

    int width() {
        return mean.length;
    }

    /// Number of inputs: the numbers, then their flags.
    int inputs() {
        int count = width();
        for (int flag : flags) {
            count += flag == NO_FLAG ? 0 : 1;
        }
        return count;
    }

    /// Writes the inputs of the numbers that start at `from`.
    void fill(float[] values, int from, float[] inputs, int to) {
        for (int column = 0; column < width(); column++) {
            float value = values[from + column];
            boolean known = Float.isFinite(value);
            inputs[to + column] = known
                    ? (Math.clamp(value, low[column], high[column]) - mean[column]) / scale[column]
                    : 0;
            if (flags[column] != NO_FLAG) {
                inputs[to + flags[column]] = known ? 0 : 1;
            }
        }
    }

    /// Writes what [#fill] does into a graph, along the last axis and in single precision.
    OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value values) {
        OnnxGraph.Value known = graph.apply("LessOrEqual", graph.apply("Abs", values),
                graph.constant(new float[]{Float.MAX_VALUE}, 1));
        OnnxGraph.Value clipped = graph.apply("Min", graph.apply("Max", values, constant(graph, low)),
                constant(graph, high));
        OnnxGraph.Value scaled = graph.apply("Div", graph.apply("Sub", clipped, constant(graph, mean)),
                constant(graph, scale));
        OnnxGraph.Value filled = graph.apply("Where", known, scaled, graph.constant(new float[]{0}, 1));
        long[] flagged = IntStream.range(0, width()).filter(column -> flags[column] != NO_FLAG).asLongStream()
                .toArray();
        if (flagged.length == 0) {
            return filled;
        }
        OnnxGraph.Value gaps = graph.step("Gather").with("axis", -1).on(
                graph.rounded(graph.apply("Not", known)), graph.constant(flagged, flagged.length));
        return graph.step("Concat").with("axis", -1).on(filled, gaps);
    }

    private static OnnxGraph.Value constant(OnnxGraph graph, float[] values) {
        return graph.constant(values, values.length);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width());
        for (int column = 0; column < width(); column++) {
            out.writeFloat(low[column]);
            out.writeFloat(high[column]);
            out.writeFloat(mean[column]);
            out.writeFloat(scale[column]);
            out.writeBoolean(flags[column] != NO_FLAG);
        }
    }

    static Scaling read(DataInputStream in) throws IOException {
        int width = Lengths.read(in, BYTES);
        Scaling scaling = empty(width);
        int inputs = width;
        for (int column = 0; column < width; column++) {
            scaling.low[column] = in.readFloat();
            scaling.high[column] = in.readFloat();
            scaling.mean[column] = in.readFloat();
            scaling.scale[column] = in.readFloat();
            if (!(scaling.low[column] <= scaling.high[column])) {
                throw new StreamCorruptedException("number " + column + " is clipped to nothing");
            }
            scaling.flags[column] = in.readBoolean() ? inputs++ : NO_FLAG;
        }
        return scaling;
    }
}
