package dev.upswell.learn;

import dev.upswell.onnx.OnnxGraph;

/// A fitted model that gives each row a score: the higher, the likelier the positive label.
public sealed interface Scorer permits BoostedTrees, LogisticRegression {

    /// One score in (0, 1) per row.
    ///
    /// @param values row after row, in the column order of the training rows
    double[] scores(float[] values, int rows);

    /// What each column adds to the log-odds of each row, and the base value last; they sum to the log-odds of the score.
    float[][] contributions(float[] values, int rows);

    /// Writes the computation of [#scores] into a graph.
    ///
    /// @param features one row of columns in single precision for each thing to be scored
    /// @return one score a row, in double precision
    OnnxGraph.Value draw(OnnxGraph graph, OnnxGraph.Value features);
}
