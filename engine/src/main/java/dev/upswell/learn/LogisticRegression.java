package dev.upswell.learn;

import dev.upswell.numeric.Cholesky;
import dev.upswell.numeric.Odds;
import dev.upswell.onnx.OnnxGraph;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Logistic regression with a ridge penalty on standardised columns.
///
/// Missing values are filled by the column's median and marked by an indicator. Fitted by iteratively reweighted least
/// squares, each step solved by Cholesky's method and halved until it helps: rare labels and heavy tails make full steps run
/// away.
///
/// **cost** rows × inputs² per step, about eight steps · **source** Hastie, Tibshirani and Friedman, The elements of
/// statistical learning, 4.4.
public final class LogisticRegression implements Scorer {

    private static final int MAX_STEPS = 25;
    private static final double TOLERANCE = 1e-6;
    private static final double LEAST_SHARE = 1e-3;

    private final Columns columns;
    private final double[] weights;

    private LogisticRegression(Columns columns, double[] weights) {
        this.columns = columns;
        this.weights = weights;
    }

    /// How the regression is fitted.
    ///
    /// @param ridge penalty on each squared standardised weight, in units of one observation
    /// @param negativeShare share of negative rows that is kept, with the inverse as weight
    public record Settings(double ridge, double negativeShare) {

        public Settings {
            if (!(ridge > 0 && Double.isFinite(ridge) && negativeShare > 0 && negativeShare <= 1)) {
                throw new IllegalArgumentException(
                        "regression settings (ridge " + ridge + ", negatives " + negativeShare
                                + ") must be positive, the share at most 1\nMaybe use 10 and 1.");
            }
        }
    }

    /// The regression of the labels on all columns.
    public static LogisticRegression train(Dataset rows, Settings settings) {
        Columns columns = Columns.of(rows);
        RowSample sample = RowSample.of(rows, settings.negativeShare(), 0);
        double[] weights = new double[columns.inputs()];
        double prevalence = Math.clamp((double) rows.positives() / rows.size(), 1e-6, 1 - 1e-6);
        weights[weights.length - 1] = Math.log(prevalence / (1 - prevalence));
        double loss = new NewtonStep(columns, weights, settings.ridge()).loss(sample);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] change = new NewtonStep(columns, weights, settings.ridge()).over(sample);
            double share = 1;
            double[] moved = moved(weights, change, share);
            double next = new NewtonStep(columns, moved, settings.ridge()).loss(sample);
            while (!(next <= loss) && share > LEAST_SHARE) {
                share /= 2;
                moved = moved(weights, change, share);
                next = new NewtonStep(columns, moved, settings.ridge()).loss(sample);
            }
            if (!(next < loss)) {
                break;
            }
            boolean settled = loss - next < TOLERANCE * loss;
            weights = moved;
            loss = next;
            if (settled) {
                break;
            }
        }
        return new LogisticRegression(columns, weights);
    }

    private static double[] moved(double[] weights, double[] change, double share) {
        double[] moved = weights.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * change[i];
        }
        return moved;
    }

    @Override
    public double[] scores(float[] values, int rows) {
        double[] inputs = new double[columns.inputs()];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns.fill(values, row * columns.width(), inputs);
            scores[row] = Odds.probability(Cholesky.dot(inputs, weights));
        }
        return scores;
    }

    @Override
    public float[][] contributions(float[] values, int rows) {
        int width = columns.width();
        double[] inputs = new double[columns.inputs()];
        float[][] all = new float[rows][width + 1];
        for (int row = 0; row < rows; row++) {
            columns.fill(values, row * width, inputs);
            for (int column = 0; column < width; column++) {
                all[row][column] = (float) (inputs[column] * weights[column]
                        + inputs[width + column] * weights[width + column]);
            }
            all[row][width] = (float) weights[2 * width];
        }
        return all;
    }

    @Override
    public OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value features) {
        int width = columns.width();
        Columns.Drawn inputs = columns.draw(graph, features);
        OnnxGraph.Value sum = graph.apply("Add", times(graph, inputs.standard(), 0, width),
                times(graph, inputs.missing(), width, width));
        return graph.apply("Sigmoid", graph.apply("Add", sum, graph.number(weights[2 * width])));
    }

    private OnnxGraph.Value times(OnnxGraph graph, OnnxGraph.Value inputs, int from, int count) {
        return graph.apply("MatMul", inputs,
                graph.constant(Arrays.copyOfRange(weights, from, from + count), count, 1));
    }

    /// The regression in its own form: columns, then weights.
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            columns.write(out);
            for (double weight : weights) {
                out.writeDouble(weight);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The regression that [#bytes] wrote.
    ///
    /// **errors** `IllegalArgumentException` when the bytes are cut short.
    public static LogisticRegression load(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Columns columns = Columns.read(in);
            double[] weights = new double[columns.inputs()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readDouble();
            }
            return new LogisticRegression(columns, weights);
        } catch (IOException e) {
            throw new IllegalArgumentException("model bytes (" + bytes.length
                    + ") must be a logistic regression\nMaybe the artefact is cut short.", e);
        }
    }

    /// One Newton step of a ridge-penalised logistic regression.
    private record NewtonStep(Columns columns, double[] weights, double ridge) {

        /// What the fit makes small: the negative log-likelihood and the penalty.
        double loss(RowSample sample) {
            double[] inputs = new double[weights.length];
            Dataset rows = sample.rows();
            double loss = 0;
            for (int row = 0; row < rows.size(); row++) {
                columns.fill(rows.values(), row * columns.width(), inputs);
                double odds = Cholesky.dot(inputs, weights);
                double softplus = Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
                loss += sample.weights()[row] * (softplus - rows.labels()[row] * odds);
            }
            for (int i = 0; i < weights.length - 1; i++) {
                loss += ridge / 2 * weights[i] * weights[i];
            }
            return loss;
        }

        /// The change of the weights.
        double[] over(RowSample sample) {
            int size = weights.length;
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            double[] inputs = new double[size];
            Dataset rows = sample.rows();
            for (int row = 0; row < rows.size(); row++) {
                columns.fill(rows.values(), row * columns.width(), inputs);
                double probability = Odds.probability(Cholesky.dot(inputs, weights));
                double weight = sample.weights()[row];
                add(inputs, weight * (rows.labels()[row] - probability), weight * probability * (1 - probability),
                        gradient,
                        curvature);
            }
            for (int i = 0; i < size - 1; i++) {
                gradient[i] -= ridge * weights[i];
                curvature[i][i] += ridge;
            }
            curvature[size - 1][size - 1] += 1e-9;
            return Cholesky.solve(curvature, gradient);
        }

        /// Adds one row. Of the indicators only those other than 0 are touched, because most are 0 in most rows; columns have values
        /// nearly everywhere.
        private void add(double[] inputs, double residual, double spread, double[] gradient, double[][] curvature) {
            int width = columns.width();
            int[] marked = new int[inputs.length - width];
            int count = 0;
            for (int i = 0; i < inputs.length; i++) {
                if (inputs[i] == 0) {
                    continue;
                }
                if (i >= width) {
                    marked[count++] = i;
                }
                gradient[i] += residual * inputs[i];
                double scaled = spread * inputs[i];
                double[] row = curvature[i];
                addTo(row, scaled, inputs, Math.min(i + 1, width));
                for (int k = 0; k < count; k++) {
                    row[marked[k]] += scaled * inputs[marked[k]];
                }
            }
        }

        private static void addTo(double[] sums, double times, double[] values, int to) {
            for (int i = 0; i < to; i++) {
                sums[i] += times * values[i];
            }
        }
    }
}
