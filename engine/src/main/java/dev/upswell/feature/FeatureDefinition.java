package dev.upswell.feature;

import java.time.Duration;

/// What one feature is: its name, family, unit, how fresh it must be and what happens when it is missing.
///
/// @param name snake_case, unique within a set and never reused for another meaning
/// @param unit the unit of the value, for example `log ratio` or `hours`
/// @param freshness how long after ingestion the value may lag at most
/// @param missing when the value is missing and what the models see then
/// @param source what it is computed from: a counter, the carrying videos, earlier labels, the clock or another feature
/// @param direction which way the odds of a surge go when it rises and nothing else changes
public record FeatureDefinition(String name, FeatureGroup group, String unit, Duration freshness, String missing,
        LeakClass leakClass, String meaning, String source, Direction direction) {

    /// Which way the odds of a surge go when a feature rises and nothing else changes, as far as its definition tells.
    ///
    /// What data merely show is no direction: on rounded counters a step that has just come puts off the next one, so even
    /// past growth does not help everywhere.
    public enum Direction {
        /// They never fall.
        RISING,
        /// They never rise.
        FALLING,
        /// They may do either.
        UNKNOWN;

        /// Its word in tables; empty where nothing is known.
        public String label() {
            return switch (this) {
                case RISING -> "never fall";
                case FALLING -> "never rise";
                case UNKNOWN -> "";
            };
        }
    }

    /// A feature of unknown direction.
    public FeatureDefinition(String name, FeatureGroup group, String unit, Duration freshness, String missing,
            LeakClass leakClass, String meaning, String source) {
        this(name, group, unit, freshness, missing, leakClass, meaning, source, Direction.UNKNOWN);
    }

    /// Ten minutes from ingestion: the freshness that online scoring promises.
    public static final Duration FRESHNESS = Duration.ofMinutes(10);

    /// The source of features that need nothing but the counter to be foretold.
    public static final String TARGET = "target counter";

    /// The source of features that rest on what came of earlier cuts.
    public static final String LABELS = "earlier labels";

    /// The source of features that rest on the cut alone.
    public static final String CLOCK = "clock";

    public FeatureDefinition {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "feature name (" + name + ") must be snake_case\nMaybe it is a display label.");
        }
    }

    /// A safe feature of the target counter with the usual freshness.
    public static FeatureDefinition safe(String name, FeatureGroup group, String unit, String missing, String meaning) {
        return new FeatureDefinition(name, group, unit, FRESHNESS, missing, LeakClass.SAFE, meaning, TARGET);
    }

    /// The same feature, computed from something else than the target counter.
    public FeatureDefinition from(String other) {
        return new FeatureDefinition(name, group, unit, freshness, missing, leakClass, meaning, other, direction);
    }

    /// The same feature, of which it is known that more of it never lowers the odds of a surge.
    public FeatureDefinition rising() {
        return direction(Direction.RISING);
    }

    /// The same feature, of which it is known that more of it never raises the odds of a surge.
    public FeatureDefinition falling() {
        return direction(Direction.FALLING);
    }

    /// The same feature with this direction.
    FeatureDefinition direction(Direction known) {
        return new FeatureDefinition(name, group, unit, freshness, missing, leakClass, meaning, source, known);
    }
}
