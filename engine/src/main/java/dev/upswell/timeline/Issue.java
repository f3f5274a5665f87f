package dev.upswell.timeline;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Something wrong with what a source said, kept as a value: counted and shown, while the good readings go on.
public sealed interface Issue {

    /// The earliest instant a TikTok reading can bear: the app's first month. What is earlier is a broken clock.
    Instant FIRST_PLAUSIBLE = Instant.parse("2016-09-01T00:00:00Z");

    /// How far ahead of ours a source's clock may run.
    Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    /// Whose reading it is.
    EntityId entity();

    /// Who gave it.
    String source();

    /// The event time it concerns: of the reading, or of the window's end.
    Instant at();

    /// The reading claims to come from the future.
    record FutureTimestamp(EntityId entity, String source, Instant at, Instant now) implements Issue {
    }

    /// The reading claims to be older than TikTok.
    record ImplausiblyOldTimestamp(EntityId entity, String source, Instant at) implements Issue {
    }

    /// A cumulative counter fell by more than rounding explains: a purge, a recount or a flip between two rounded values.
    /// The gain of that step is 0 and what follows counts from the lower level.
    record CountWentBackwards(EntityId entity, String source, Instant at, Counter counter, long before, long after)
            implements
                Issue {
    }

    /// More likes, comments and shares than views were gained in the window that ends at `at`.
    ///
    /// @param source who counted both; `videos` where they were gained by carrying videos together
    record EngagementAboveViews(EntityId entity, String source, Instant at, long engagements, long views)
            implements
                Issue {
    }

    /// The reading is older than what the operator still holds; a recomputation from the store takes it in.
    record TooLateForOperator(EntityId entity, String source, Instant at, Instant heldFrom) implements Issue {
    }

    /// What is wrong with the time of this observation, given the time now.
    static Optional<Issue> ofTime(Observation observation, Instant now) {
        Instant at = observation.observedAt();
        if (at.isAfter(now.plus(CLOCK_TOLERANCE))) {
            return Optional.of(new FutureTimestamp(observation.entity(), observation.source(), at, now));
        }
        return at.isBefore(FIRST_PLAUSIBLE)
                ? Optional.of(new ImplausiblyOldTimestamp(observation.entity(), observation.source(), at))
                : Optional.empty();
    }
}
