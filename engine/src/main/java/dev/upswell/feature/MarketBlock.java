package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import dev.upswell.numeric.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How all entities of the cut moved in the last day, and where each stands against that: recounts move many at once.
final class MarketBlock {

    private static final String MISSING = "missing when no entity of the cut has a level a day before";
    private static final double BAR = 0.95;

    private final int source;
    private final int offset;

    /// @param before the features that stand before these in the set
    private MarketBlock(List<FeatureDefinition> before) {
        source = before.stream().map(FeatureDefinition::name).toList().indexOf("growth_24h");
        offset = before.size();
    }

    /// The block behind these features; empty where growth of the last day is not among them.
    static Optional<MarketBlock> of(List<FeatureDefinition> before) {
        return Optional.of(new MarketBlock(before)).filter(block -> block.source >= 0);
    }

    static List<FeatureDefinition> definitions() {
        return List.of(
                market("market_growing_24h", "fraction",
                        "share of the entities of the cut that grew in the last 24 hours"),
                market("market_bar_24h", "log ratio",
                        "95th percentile of growth over the last 24 hours among the entities of the cut"),
                market("over_market_bar", "log ratio", "growth of the last 24 hours less that percentile"));
    }

    private static FeatureDefinition market(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning).from("growth_24h");
    }

    void fill(float[][] rows) {
        double[] growths = new double[rows.length];
        int known = 0;
        int growing = 0;
        for (float[] row : rows) {
            if (!Float.isNaN(row[source])) {
                growths[known++] = row[source];
                growing += row[source] > 0 ? 1 : 0;
            }
        }
        float share = known == 0 ? Float.NaN : (float) growing / known;
        float bar = known == 0 ? Float.NaN : (float) Quantiles.of(Arrays.copyOf(growths, known), BAR);
        for (float[] row : rows) {
            row[offset] = share;
            row[offset + 1] = bar;
            row[offset + 2] = row[source] - bar;
        }
    }
}
