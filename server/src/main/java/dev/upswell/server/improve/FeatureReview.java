package dev.upswell.server.improve;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every two weeks: which features a serving model could do without, which are not well, and whether others are wanted.
///
/// @param asOf up to when the world was known
/// @param model the serving model
/// @param trainings over so many trainings importance was looked at, the last of them the model's own
/// @param features all of the model's set, the most important first
/// @param gaps how many of the wrong calls of the two weeks no feature spoke of
/// @param wrong how many wrong calls there were
/// @param absent families of features that the set lacks, or has in part, with the reason
public record FeatureReview(ModelTask task, Instant asOf, UUID model, String featureSet, int trainings,
        List<Line> features, int gaps, int wrong, List<Absent> absent) {

    /// Fewer wrong calls than this say nothing about what is lacking.
    private static final int WRONG_CALLS = 5;

    private static final double MANY = 0.2;

    public FeatureReview {
        features = List.copyOf(features);
        absent = List.copyOf(absent);
    }

    /// What is advised about a feature.
    public enum Advice {
        /// It speaks.
        KEEP,
        /// It is known and was hardly ever heard in any of the trainings: without it the model would say the same.
        PRUNE,
        /// It speaks, but is missing more often than not, or drifted away from what the model learned.
        MEND,
        /// No row had a value: the sources give nothing to compute it from.
        NOT_GIVEN
    }

    /// One feature.
    ///
    /// @param share its share in the effect of all features on the model, 0 to 1
    /// @param most the largest share over the trainings
    /// @param missing share of the rows in which it was missing, 0 to 1
    /// @param drifted whether the last drift report found that it moved; null when there is none
    /// @param costNanos time that it takes for one entity, in nanoseconds; null when not measured
    public record Line(String feature, int rank, double share, double most, double missing, @Nullable Boolean drifted,
            @Nullable Double costNanos, Advice advice) {
    }

    /// A family that is absent.
    public record Absent(String group, String reason) {
    }

    /// The features of this advice.
    public List<Line> with(Advice advice) {
        return features.stream().filter(line -> line.advice() == advice).toList();
    }

    /// What the features of this advice cost for one entity, in microseconds; null when nothing was measured.
    public @Nullable Double micros(Advice advice) {
        return sum(with(advice));
    }

    /// What all features cost for one entity, in microseconds; null when nothing was measured.
    public @Nullable Double micros() {
        return sum(features);
    }

    private static @Nullable Double sum(List<Line> lines) {
        double sum = 0;
        for (Line line : lines) {
            Double cost = line.costNanos();
            if (cost == null) {
                return null;
            }
            sum += cost / 1_000;
        }
        return sum;
    }

    /// Whether other features are wanted: at least a fifth of the wrong calls had no sign among these.
    public boolean wanting() {
        return wrong >= WRONG_CALLS && gaps >= MANY * wrong;
    }
}
