package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.Duration;
import java.time.Instant;
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

    /// Predictions that one model made as of one instant.
    record Run(Instant asOf, UUID modelId, String model, int horizonHours) {
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
    }

    /// Over how many days predictions are judged, and from which probability on one is a call.
    record Judging(int days, double threshold) {
    }

    /// The latest run as of an instant in [`from`, `to`] with its predictions and how such predictions did.
    Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, Judging judging);

    /// The prediction of one entity in the latest run as of an instant in [`from`, `to`], with its reasons.
    Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to);

    /// The latest prediction of one entity as of an instant in [`from`, `to`] for each horizon, the shortest first.
    List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to);

    /// Predictions of one entity by models of the family of that latest run, newest first, with the outcomes known at `to`.
    List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit);

    /// Where nobody predicts.
    Expectations NONE = new Expectations() {

        @Override
        public Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, Judging judging) {
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
