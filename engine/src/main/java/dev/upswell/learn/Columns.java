package dev.upswell.learn;

import dev.upswell.onnx.OnnxGraph;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;

/// How raw columns become the inputs of a linear model: outliers clipped, gaps filled by the median, centred, scaled, and
/// an indicator beside every column that is missing now and then.
///
/// @param low clip from below, by column (1st percentile of the training rows)
/// @param high clip from above (99th percentile)
/// @param indicated which columns have an indicator
record Columns(double[] low, double[] high, double[] median, double[] mean, double[] scale, boolean[] indicated) {

    private static final double CLIP = 0.01;
    private static final int COLUMN_BYTES = 5 * Double.BYTES + 1;
    private static final double RARE = 0.005;

    static Columns of(Dataset rows) {
        int width = rows.columns().size();
        Columns columns = new Columns(new double[width], new double[width], new double[width], new double[width],
                new double[width], new boolean[width]);
        for (int column = 0; column < width; column++) {
            columns.fit(rows, column, width);
        }
        return columns;
    }

    private void fit(Dataset rows, int column, int width) {
        float[] known = new float[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            float value = rows.values()[row * width + column];
            if (Float.isFinite(value)) {
                known[count++] = value;
            }
        }
        scale[column] = 1;
        double missing = 1 - (double) count / Math.max(1, rows.size());
        indicated[column] = missing > RARE && missing < 1 - RARE;
        if (count == 0) {
            return;
        }
        Arrays.sort(known, 0, count);
        low[column] = known[(int) (CLIP * (count - 1))];
        high[column] = known[(int) ((1 - CLIP) * (count - 1))];
        median[column] = known[(count - 1) / 2];
        fitScale(known, count, column);
    }

    private void fitScale(float[] known, int count, int column) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = Math.clamp(known[i], low[column], high[column]);
            sum += value;
            squares += value * value;
        }
        mean[column] = sum / count;
        double variance = squares / count - mean[column] * mean[column];
        scale[column] = variance > 1e-12 ? Math.sqrt(variance) : 1;
    }

    int width() {
        return mean.length;
    }

    /// Number of inputs: the columns, their indicators, and a constant.
    int inputs() {
        return 2 * width() + 1;
    }

    /// Writes the inputs of the row that starts at `offset`.
    void fill(float[] values, int offset, double[] inputs) {
        int width = width();
        for (int column = 0; column < width; column++) {
            float value = values[offset + column];
            boolean known = Float.isFinite(value);
            double filled = known ? Math.clamp(value, low[column], high[column]) : median[column];
            inputs[column] = (filled - mean[column]) / scale[column];
            inputs[width + column] = !known && indicated[column] ? 1 : 0;
        }
        inputs[2 * width] = 1;
    }

    /// The inputs in a graph, both in double precision.
    ///
    /// @param standard the columns, clipped, filled, centred and scaled
    /// @param missing 1 where a column that has an indicator is missing, else 0
    record Drawn(OnnxGraph.Value standard, OnnxGraph.Value missing) {
    }

    /// Writes what [#fill] does, but for the constant, into a graph.
    Drawn draw(OnnxGraph graph, OnnxGraph.Value features) {
        OnnxGraph.Value values = graph.precise(features);
        OnnxGraph.Value known = graph.apply("LessOrEqual", graph.apply("Abs", values), graph.number(Float.MAX_VALUE));
        OnnxGraph.Value clipped = graph.apply("Min", graph.apply("Max", values, constant(graph, low)),
                constant(graph, high));
        OnnxGraph.Value filled = graph.apply("Where", known, clipped, constant(graph, median));
        OnnxGraph.Value standard = graph.apply("Div", graph.apply("Sub", filled, constant(graph, mean)),
                constant(graph, scale));
        return new Drawn(standard,
                graph.precise(graph.apply("And", graph.apply("Not", known), graph.constant(indicated))));
    }

    private static OnnxGraph.Value constant(OnnxGraph graph, double[] values) {
        return graph.constant(values, values.length);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(width());
        for (int column = 0; column < width(); column++) {
            out.writeDouble(low[column]);
            out.writeDouble(high[column]);
            out.writeDouble(median[column]);
            out.writeDouble(mean[column]);
            out.writeDouble(scale[column]);
            out.writeBoolean(indicated[column]);
        }
    }

    /// **errors** `IOException` when so many columns cannot stand in the rest of the bytes.
    static Columns read(DataInputStream in) throws IOException {
        int width = in.readInt();
        if (width < 0 || (long) width * COLUMN_BYTES > in.available()) {
            throw new StreamCorruptedException("so many columns cannot follow: " + width);
        }
        Columns columns = new Columns(new double[width], new double[width], new double[width], new double[width],
                new double[width], new boolean[width]);
        for (int column = 0; column < width; column++) {
            columns.low[column] = in.readDouble();
            columns.high[column] = in.readDouble();
            columns.median[column] = in.readDouble();
            columns.mean[column] = in.readDouble();
            columns.scale[column] = in.readDouble();
            columns.indicated[column] = in.readBoolean();
        }
        return columns;
    }
}
