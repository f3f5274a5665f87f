package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Interval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How likely an entity is to surge within the horizon after `asOf`, and why.
///
/// @param asOf nothing observed later entered
/// @param level views at `asOf`
/// @param probability calibrated
/// @param interval 5 to 95 % interval of the probability, and holds it; null when its spread is not known, because too few
///     surges could be held back to measure it on: the model's notes say so
/// @param why the five features that moved it most, strongest first; fewer for rules, none for the prevalence
/// @param modelId the record to look up
/// @param range views to be expected; null for models that foretell no range
public record SurgePrediction(EntityId entity, Instant asOf, long level, double probability,
        @Nullable Interval interval, List<FeatureContribution> why, String modelId, @Nullable ViewRange range) {

    public SurgePrediction {
        why = List.copyOf(why);
    }

    /// Views to be expected 24 hours after the cut: 5, 50 and 95 % limits, conformally corrected.
    ///
    /// **units** cumulative views · **range** `low ≤ median ≤ high`.
    public record ViewRange(long low, long median, long high) {

        static ViewRange of(long level, double[] growths) {
            return new ViewRange(after(level, growths[0]), after(level, growths[1]), after(level, growths[2]));
        }

        private static long after(long level, double growth) {
            return Math.round(level * Math.exp(growth));
        }
    }
}
