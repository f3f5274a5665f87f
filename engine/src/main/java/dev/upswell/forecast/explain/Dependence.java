package dev.upswell.forecast.explain;

import dev.upswell.forecast.SurgeModel;
import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a model's probability hangs on one feature when the others stay as they are.
///
/// At each value the feature of every row is set to it; the mean of the probabilities is the partial dependence. Each row has a
/// curve of its own (individual conditional expectation): the band says how far these deviate once each is moved to the mean of
/// all. Features that move together in the world are moved apart here, so a curve describes the model and not the world.
///
/// @param points at quantiles of the known values, ascending
/// @param quantiles the 0, 10, …, 100 % quantiles of the known values: where the data lie
/// @param unknown the mean probability with the feature missing; null when it never was
/// @param missing share of the rows in which the feature was missing, 0 to 1
///
/// **source** Friedman, Greedy function approximation (2001); Goldstein et al., Peeking inside the black box (2015)
public record Dependence(String feature, String unit, List<Point> points, List<Double> quantiles,
        @Nullable Double unknown, double missing) {

    private static final int GRID = 20;
    private static final double LEAST = 0.01;
    private static final double BAND = 0.1;

    public Dependence {
        points = List.copyOf(points);
        quantiles = List.copyOf(quantiles);
    }

    /// The model at one value of the feature.
    ///
    /// @param mean of the calibrated probabilities
    /// @param low 10 % quantile of the centred curves of single rows
    /// @param high 90 % quantile of them
    public record Point(double x, double mean, double low, double high) {
    }

    /// The dependence on this feature.
    ///
    /// **cost** 21 scorings of all rows · **absence** empty when the feature is known in no row, or has one value only
    ///
    /// @param rows in the columns of the model's feature set
    ///
    /// **errors** `IllegalArgumentException` when the model knows no such feature
    public static Optional<Dependence> of(SurgeModel.ByRows model, Dataset rows, String feature) {
        int column = model.features().indexOf(feature);
        int width = model.features().size();
        double[] known = new double[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            float value = rows.values()[row * width + column];
            if (!Float.isNaN(value)) {
                known[count++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        double[] grid = grid(sorted);
        if (grid.length < 2) {
            return Optional.empty();
        }
        Curves curves = new Curves(model, rows, column);
        double missing = rows.size() == 0 ? 0 : 1 - (double) count / rows.size();
        return Optional.of(new Dependence(feature, model.features().features().get(column).unit(), curves.at(grid),
                deciles(sorted), missing > 0 ? Double.valueOf(mean(curves.with(Float.NaN))) : null, missing));
    }

    /// Values at even quantiles, each once; the outermost percents say little and are left out.
    private static double[] grid(double[] sorted) {
        double[] grid = new double[sorted.length == 0 ? 0 : GRID];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = quantile(sorted, LEAST + (1 - 2 * LEAST) * i / (GRID - 1));
        }
        return Arrays.stream(grid).distinct().toArray();
    }

    private static List<Double> deciles(double[] sorted) {
        List<Double> deciles = new ArrayList<>();
        for (int tenth = 0; tenth <= 10; tenth++) {
            deciles.add(quantile(sorted, tenth / 10.0));
        }
        return deciles;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// The curves of all rows along one column.
    private record Curves(SurgeModel.ByRows model, Dataset rows, int column) {

        /// The probabilities of all rows with this value in the column.
        double[] with(float value) {
            float[] changed = rows.values().clone();
            int width = model.features().size();
            for (int row = 0; row < rows.size(); row++) {
                changed[row * width + column] = value;
            }
            return model.probabilities(changed, rows.size());
        }

        List<Point> at(double[] grid) {
            double[][] curves = new double[grid.length][];
            double[] own = new double[rows.size()];
            double[] means = new double[grid.length];
            for (int i = 0; i < grid.length; i++) {
                curves[i] = with((float) grid[i]);
                means[i] = mean(curves[i]);
                for (int row = 0; row < own.length; row++) {
                    own[row] += curves[i][row] / grid.length;
                }
            }
            double all = mean(means);
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < grid.length; i++) {
                double[] centred = new double[own.length];
                for (int row = 0; row < own.length; row++) {
                    centred[row] = curves[i][row] - own[row] + all;
                }
                Arrays.sort(centred);
                points.add(new Point(grid[i], means[i], quantile(centred, BAND), quantile(centred, 1 - BAND)));
            }
            return points;
        }
    }
}
