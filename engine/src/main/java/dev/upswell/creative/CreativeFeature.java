package dev.upswell.creative;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One feature of a video: what it means, what it may be, and where analysers tell it.
///
/// @param name snake_case, beginning with the prefix of its block
/// @param unit the unit of the value, for example `cuts per minute`
/// @param range which values it can have
/// @param category for [FeatureType#CATEGORY] the field and the value it stands for, as `field=value`; else empty
/// @param zero what a value of 0 means
/// @param analyser whose payload tells it
/// @param first where the first generation tells it, in the words of `docs/creative-features.md`; empty where it does not
/// @param second where the second generation tells it; empty where it does not
/// @param constant what the second generation writes for every video; empty where it measures
public record CreativeFeature(String name, CreativeBlock block, FeatureType type, String unit, Range range,
        String category, String zero, FeatureRole role, Analyser analyser, String first, String second,
        String constant, String meaning) {

    /// Lowest and highest value, both included; null where there is no bound.
    public record Range(@Nullable Double lowest, @Nullable Double highest) {

        /// Whether a value lies within, but for what rounding leaves.
        public boolean holds(double value) {
            return Double.isFinite(value) && (lowest == null || value >= lowest - 1e-9)
                    && (highest == null || value <= highest + 1e-9);
        }
    }

    public CreativeFeature {
        if (!name.matches("[a-z][a-z0-9_]*") || !name.startsWith(block.prefix())) {
            throw broken(name, "must be snake_case and begin with " + block.prefix());
        }
        if (unit.isBlank() || zero.isBlank() || meaning.isBlank()) {
            throw broken(name, "must say its unit, its meaning and the meaning of 0");
        }
        if (first.isEmpty() && second.isEmpty()) {
            throw broken(name, "must be told by one generation at least");
        }
        if (category.matches(".+=.+") != (type == FeatureType.CATEGORY)) {
            throw broken(name, "must name field and value exactly when it is a category");
        }
        if (!constant.isEmpty() && second.isEmpty()) {
            throw broken(name, "must say where the second generation writes its constant");
        }
    }

    private static IllegalArgumentException broken(String name, String rule) {
        return new IllegalArgumentException(
                "creative feature (" + name + ") " + rule + "\nMaybe a column of its row slipped.");
    }

    /// Where this generation tells it; empty where it does not.
    public String reading(Generation generation) {
        return switch (generation) {
            case FIRST -> first;
            case SECOND -> second;
        };
    }

    /// Whether this generation writes the same value for every video.
    public boolean constantIn(Generation generation) {
        return generation == Generation.SECOND && !constant.isEmpty();
    }

    /// Whether models may see it.
    public boolean predictor() {
        return role != FeatureRole.OUTCOME;
    }

    /// The categorical field that it is one value of.
    public Optional<String> field() {
        return category.isEmpty() ? Optional.empty() : Optional.of(category.substring(0, category.indexOf('=')));
    }
}
