package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Where an entity stands among all entities of the same cut: the label is relative to them, so the features are too.
///
/// A rank is the share of known values below, ties counting half.
///
/// **range** (0, 1); missing where the ranked value is missing · **cost** O(n log n) per ranked feature and cut.
final class CutRanks {

    /// What the first set ranks.
    static final List<String> OF_TARGET = List.of("growth_3h", "growth_6h", "growth_12h", "growth_24h",
            "growth_48h",
            "growth_72h", "growth_7d", "growth_14d", "growth_30d", "volatility_7d", "volatility_30d", "tick_size",
            "pace_3_steps", "expected_steps_24h", "needed_pace_ratio", "forgetful_growth_2d", "forgetful_growth_5d",
            "needed_ratio_2d", "needed_ratio_5d", "needed_ratio_14d", "hawkes_growth_24h", "log_level");

    private final int[] sources;
    private final int offset;

    /// @param before the features that stand before these in the set
    /// @param ranked the names of those that are ranked
    CutRanks(List<FeatureDefinition> before, List<String> ranked) {
        List<String> names = before.stream().map(FeatureDefinition::name).toList();
        sources = ranked.stream().mapToInt(names::indexOf).toArray();
        offset = names.size();
    }

    static List<FeatureDefinition> definitions(List<FeatureDefinition> before, List<String> ranked) {
        List<FeatureDefinition> all = new ArrayList<>();
        for (String name : ranked) {
            FeatureDefinition source = before.stream().filter(feature -> feature.name().equals(name)).findFirst()
                    .orElseThrow();
            all.add(safe("rank_" + name, source.group(), "fraction", "missing where " + name + " is",
                    "rank of " + name + " among the entities of the cut").from(name).direction(source.direction()));
        }
        return all;
    }

    void fill(float[][] rows) {
        IntStream.range(0, sources.length).parallel().forEach(i -> rank(rows, sources[i], offset + i));
    }

    private static void rank(float[][] rows, int from, int to) {
        long[] ordered = new long[rows.length];
        int known = 0;
        for (int i = 0; i < rows.length; i++) {
            float value = rows[i][from];
            if (Float.isNaN(value)) {
                rows[i][to] = Float.NaN;
            } else {
                ordered[known++] = ((long) inOrder(value) << Integer.SIZE) | i;
            }
        }
        Arrays.sort(ordered, 0, known);
        for (int below = 0, upTo = 0; below < known; below = upTo) {
            upTo = below + 1;
            while (upTo < known && (int) (ordered[upTo] >> Integer.SIZE) == (int) (ordered[below] >> Integer.SIZE)) {
                upTo++;
            }
            float rank = (below + upTo) / (2.0f * known);
            for (int at = below; at < upTo; at++) {
                rows[(int) ordered[at]][to] = rank;
            }
        }
    }

    /// A whole number that lies among others as this number does; of both zeros the same one.
    private static int inOrder(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }
}
