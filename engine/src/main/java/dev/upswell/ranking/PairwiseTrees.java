package dev.upswell.ranking;

import dev.upswell.learn.TreeSettings;
import dev.upswell.onnx.XGBoostTrees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Boosted trees that learn which of two items shown together is to stand first (LambdaMART on pairs).
///
/// Same rows, settings and seed give the same bytes. Missing values are `NaN` and go to the side that fits best.
///
/// **cost** rows × columns × rounds · **source** Burges, From RankNet to LambdaRank to LambdaMART (2010); XGBoost, `rank:pairwise`
public final class PairwiseTrees {

    private final Booster booster;
    private final int columns;
    private final TreeSums sums;

    private PairwiseTrees(Booster booster, int columns) {
        this.booster = booster;
        this.columns = columns;
        sums = new TreeSums(XGBoostTrees.pairwise(bytes(), columns), columns);
    }

    /// Rows of items, group after group; items of one group were shown together.
    ///
    /// @param values row after row, `columns` each
    /// @param gains one a row, from 0
    /// @param groups how many rows each group has, in their order
    public record Groups(float[] values, int columns, float[] gains, int[] groups) {

        public Groups {
            long rows = 0;
            for (int group : groups) {
                rows += group;
            }
            if (columns < 1 || rows != gains.length || (long) gains.length * columns != values.length) {
                throw new IllegalArgumentException(
                        "groups (" + rows + " rows, " + gains.length + " gains, " + values.length
                                + " values in " + columns
                                + " columns) must belong together\nMaybe a row was left out of one of them.");
            }
        }
    }

    /// Trees grown from these rows.
    ///
    /// @param settings row and column shares, depth and so on; shares of negatives and half-lives take no part, because they would
    ///         tear groups apart
    public static PairwiseTrees train(Groups rows, TreeSettings settings) {
        try {
            DMatrix matrix = new DMatrix(rows.values(), rows.gains().length, rows.columns(), Float.NaN);
            try {
                matrix.setLabel(rows.gains());
                matrix.setGroup(rows.groups());
                return new PairwiseTrees(
                        XGBoost.train(matrix, parameters(settings), settings.rounds(), Map.of(), null, null),
                        rows.columns());
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees could not be grown from " + rows.groups().length + " groups: "
                    + e.getMessage() + "\nMaybe a gain is not a number.", e);
        }
    }

    private static Map<String, Object> parameters(TreeSettings settings) {
        Map<String, Object> parameters = settings.parameters();
        parameters.put("objective", "rank:pairwise");
        parameters.put("lambdarank_pair_method", "mean");
        parameters.put("lambdarank_num_pair_per_sample", 4);
        parameters.put("nthread", 1);
        return parameters;
    }

    /// The trees that [#bytes] wrote.
    ///
    /// **errors** `IllegalArgumentException` when the bytes are not a model
    public static PairwiseTrees load(byte[] bytes) {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(bytes));
            return new PairwiseTrees(booster, (int) booster.getNumFeature());
        } catch (XGBoostError | IOException e) {
            throw new IllegalArgumentException(
                    "model bytes (" + bytes.length + ") must be XGBoost trees: " + e.getMessage()
                            + "\nMaybe the artefact is cut short.",
                    e);
        }
    }

    /// The model in XGBoost's binary JSON form.
    public byte[] bytes() {
        try {
            return booster.toByteArray("ubj");
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees could not be written: " + e.getMessage(), e);
        }
    }

    /// One score a row; higher stands first. Scores of different groups cannot be compared.
    ///
    /// @param values row after row
    public double[] scores(float[] values, int rows) {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException("values (" + values.length + ") must be " + rows + " rows of " + columns
                    + " columns\nMaybe the rows are of another set of columns.");
        }
        return sums.of(values);
    }

    /// The same by the library that grew them.
    double[] byLibrary(float[] values, int rows) {
        try {
            float[][] predicted = booster.inplace_predict(values, rows, columns, Float.NaN);
            double[] scores = new double[rows];
            for (int i = 0; i < rows; i++) {
                scores[i] = predicted[i][0];
            }
            return scores;
        } catch (XGBoostError e) {
            throw new IllegalStateException("trees could not score " + rows + " rows: " + e.getMessage(), e);
        }
    }
}
