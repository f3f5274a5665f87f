package dev.upswell.regime;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureRecipe;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// The bar that this very cut will have, by the futures of all its entities, and who passes it.
///
/// Bars differ from cut to cut, because the hours ahead and the outbreaks under way do. The bar is the growth that one in twenty of all futures
/// passes; between the five quantiles of each entity its distribution is taken as even, above the last as exponential.
///
/// **cost** O(entities) per cut.
public final class CutBarBlock implements FeatureRecipe.CutBlock {

    private static final String MISSING = "missing where futures_growth is";
    private static final double TOP = 0.05;
    private static final int HALVINGS = 40;
    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final List<String> QUANTILES = List.of("futures_growth_p5", "futures_growth_p25",
            "futures_growth_p50", "futures_growth_p75", "futures_growth_p95");

    @Override
    public List<FeatureDefinition> definitions() {
        return List.of(
                define("futures_cut_bar", "log ratio", "growth that one in twenty futures of all entities passes"),
                define("futures_pass_cut_bar", "fraction", "share of the entity's futures that pass that growth")
                        .rising(),
                define("futures_over_cut_bar", "log ratio", "mean growth of the futures less that growth").rising());
    }

    private static FeatureDefinition define(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning).from("futures_growth");
    }

    @Override
    public void fill(float[][] rows, ToIntFunction<String> column) {
        int[] quantiles = QUANTILES.stream().mapToInt(column).toArray();
        int mean = column.applyAsInt("futures_growth");
        int[] own = {column.applyAsInt("futures_cut_bar"), column.applyAsInt("futures_pass_cut_bar"),
                column.applyAsInt("futures_over_cut_bar")};
        float[][] known = Arrays.stream(rows).filter(row -> !Float.isNaN(row[mean])).toArray(float[][]::new);
        double bar = bar(known, quantiles);
        for (float[] row : rows) {
            boolean missing = Float.isNaN(row[mean]);
            row[own[0]] = missing ? Float.NaN : (float) bar;
            row[own[1]] = missing ? Float.NaN : (float) above(row, quantiles, bar);
            row[own[2]] = missing ? Float.NaN : (float) (row[mean] - bar);
        }
    }

    private static double bar(float[][] rows, int[] quantiles) {
        double low = 0;
        double high = 0;
        for (float[] row : rows) {
            high = Math.max(high, 2 * row[quantiles[SHARES.length - 1]]);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (float[] row : rows) {
                sum += above(row, quantiles, middle);
            }
            if (sum > TOP * rows.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The share of an entity's futures that grow more than this.
    private static double above(float[] row, int[] quantiles, double growth) {
        int last = SHARES.length - 1;
        double least = row[quantiles[0]];
        if (growth < least) {
            double below = (least - growth) / Math.max(1e-6, row[quantiles[1]] - least);
            return 1 - SHARES[0] * (1 - Math.min(1, below));
        }
        for (int k = 0; k < last; k++) {
            double from = row[quantiles[k]];
            double to = row[quantiles[k + 1]];
            if (growth < to) {
                return 1 - SHARES[k] - (SHARES[k + 1] - SHARES[k]) * (growth - from) / (to - from);
            }
        }
        double most = row[quantiles[last]];
        double scale = Math.max(1e-6, (most - row[quantiles[last - 1]]) / Math.log(5));
        return (1 - SHARES[last]) * Math.exp(-(growth - most) / scale);
    }
}
