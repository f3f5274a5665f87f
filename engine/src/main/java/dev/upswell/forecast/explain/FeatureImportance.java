package dev.upswell.forecast.explain;

import dev.upswell.forecast.SurgeModel;
import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much a model rests on one feature, over many of the rows that it learned from.
///
/// @param rank 1 for the feature of the largest effect; features of one effect in the order of the set
/// @param effect mean of the absolute contributions (SHAP), in log-odds
/// @param share the effect in that of all features together, 0 to 1; 0 where no feature has any
/// @param gain share of the splits by this feature in the gain of all splits, 0 to 1; null for a model without splits
/// @param missing share of the rows in which the feature was missing, 0 to 1
public record FeatureImportance(String feature, int rank, double effect, double share, @Nullable Double gain,
        double missing) {

    /// All features of the model, the most important first.
    ///
    /// **cost** a second for 2,000 rows of some hundred trees · **absence** empty without a row
    ///
    /// @param rows in the columns of the model's feature set
    public static List<FeatureImportance> of(SurgeModel.ByRows model, Dataset rows) {
        if (rows.size() == 0) {
            return List.of();
        }
        int width = model.features().size();
        double[] effects = new double[width];
        for (float[] row : model.contributions(rows.values(), rows.size())) {
            for (int column = 0; column < width; column++) {
                effects[column] += Math.abs(row[column]) / rows.size();
            }
        }
        double all = Arrays.stream(effects).sum();
        double[] gains = model.gains().orElse(null);
        double allGain = gains == null ? 0 : Arrays.stream(gains).sum();
        List<FeatureImportance> unranked = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            unranked.add(new FeatureImportance(model.features().names().get(column), 1, effects[column],
                    all > 0 ? effects[column] / all : 0,
                    gains == null ? null : Double.valueOf(allGain > 0 ? gains[column] / allGain : 0),
                    missing(rows, column, width)));
        }
        unranked.sort(Comparator.comparingDouble(one -> -one.effect()));
        List<FeatureImportance> ranked = new ArrayList<>();
        for (FeatureImportance one : unranked) {
            ranked.add(new FeatureImportance(one.feature(), ranked.size() + 1, one.effect(), one.share(), one.gain(),
                    one.missing()));
        }
        return List.copyOf(ranked);
    }

    private static double missing(Dataset rows, int column, int width) {
        int missing = 0;
        for (int row = 0; row < rows.size(); row++) {
            missing += Float.isNaN(rows.values()[row * width + column]) ? 1 : 0;
        }
        return (double) missing / rows.size();
    }
}
