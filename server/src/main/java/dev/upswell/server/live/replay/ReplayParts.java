package dev.upswell.server.live.replay;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What replays are made of, for one tenant.
///
/// @param runs knows when a run of the job `ingestion` was
/// @param begin lets a server look at once for what was asked
public record ReplayParts(TenantId tenant, Database database, AnswerIntake intake, InstantSource clock, Runs runs,
        Runnable begin) {

    /// Knows when runs were.
    @FunctionalInterface
    public interface Runs {

        /// The span of the run of this slot; empty when there is none that began.
        Optional<Span> find(Instant slot);
    }

    /// From one instant until before another.
    public record Span(Instant from, Instant until) {
    }
}
