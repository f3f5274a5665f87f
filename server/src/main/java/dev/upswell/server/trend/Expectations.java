package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was predicted as of an instant, and what came of it. Whoever predicts implements it; all calls run inside the caller's
/// tenant transaction.
public interface Expectations {

    /// For how long a prediction stands.
    Duration LONGEST_AGE = Duration.ofHours(24);

    /// How many of a cut are called by a model without an alert threshold.
    int CALLED_WITHOUT_THRESHOLD = 10;

    /// Predictions that one model made as of one instant.
    ///
    /// @param threshold the model's alert threshold, from which on a probability is a call; `null` when it has none, and its ten
    ///     likeliest are called
    record Run(Instant asOf, UUID modelId, String model, int horizonHours, @Nullable Double threshold) {
    }

    /// What is expected of all entities of a kind.
    ///
    /// @param run the predictions made; `null` when there are none
    /// @param judged how such predictions did; `null` when neither an outcome nor a backtest is known
    record Facts(@Nullable Run run, Map<EntityId, Expected> expected, @Nullable Judged judged) {

        /// Nothing was predicted.
        public static final Facts NONE = new Facts(null, Map.of(), null);

        public Facts {
            expected = Map.copyOf(expected);
        }

        /// The entities that are called, the likeliest first; none where nothing was predicted.
        List<Map.Entry<EntityId, Expected>> called() {
            if (run == null) {
                return List.of();
            }
            Double threshold = run.threshold();
            return expected.entrySet().stream()
                    .filter(one -> threshold == null || one.getValue().probability() >= threshold)
                    .sorted(Comparator
                            .comparingDouble((Map.Entry<EntityId, Expected> one) -> -one.getValue().probability())
                            .thenComparing(Map.Entry::getKey))
                    .limit(threshold == null ? CALLED_WITHOUT_THRESHOLD : expected.size()).toList();
        }
    }

    /// The latest run as of an instant in [`from`, `to`] with its predictions, and how such predictions did over so many days.
    Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, int judgedDays);

    /// The prediction of one entity in the latest run as of an instant in [`from`, `to`], with its reasons.
    Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to);

    /// The latest prediction of one entity as of an instant in [`from`, `to`] for each horizon, the shortest first.
    List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to);

    /// Predictions of one entity by models of the family of that latest run, newest first, with the outcomes known at `to`.
    List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit);

    /// Where nobody predicts.
    Expectations NONE = new Expectations() {

        @Override
        public Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, int judgedDays) {
            return Facts.NONE;
        }

        @Override
        public Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return Optional.empty();
        }

        @Override
        public List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit) {
            return List.of();
        }
    };
}
