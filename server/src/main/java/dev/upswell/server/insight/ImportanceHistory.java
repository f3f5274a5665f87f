package dev.upswell.server.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the importance of features moved from training to training.
///
/// @param trainings of one family of models, the oldest first
/// @param lines the features that the newest training rests on most, the most important first
public record ImportanceHistory(List<Training> trainings, List<Line> lines) {

    public ImportanceHistory {
        trainings = List.copyOf(trainings);
        lines = List.copyOf(lines);
    }

    /// A training whose importance was kept.
    ///
    /// @param trainedTo up to when the world was known
    /// @param serving whether the model serves now
    public record Training(UUID model, Instant trainedTo, String featureSet, boolean serving) {
    }

    /// One feature over all trainings.
    ///
    /// @param shares its share in the effect of all features, by training; null where the training's set lacks it
    /// @param ranks its rank, by training; null in the same places
    public record Line(String feature, List<@Nullable Double> shares, List<@Nullable Integer> ranks) {

        public Line {
            shares = Collections.unmodifiableList(new ArrayList<>(shares));
            ranks = Collections.unmodifiableList(new ArrayList<>(ranks));
        }

        /// By how many places it rose since the training before, below 0 when it fell; null without a rank in that training.
        public @Nullable Integer rise() {
            Integer now = ranks.getLast();
            Integer before = ranks.size() < 2 ? null : ranks.get(ranks.size() - 2);
            return now == null || before == null ? null : Integer.valueOf(before - now);
        }
    }
}
