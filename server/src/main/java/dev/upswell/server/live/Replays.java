package dev.upswell.server.live;

import dev.upswell.server.live.Replay.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads raw answers that were kept again, by the mappers of this version: asked for at once, done by the job `replay` in small
/// steps.
///
/// An item that passes now is stored exactly once. A kill loses nothing: an open replay goes on behind the last answer that it read.
public interface Replays {

    /// The name of the job that does them.
    String JOB = "replay";

    /// Asks for a replay; a server begins it at once.
    ///
    /// @param run the slot of a run of the job `ingestion`, whose time is meant; null for the times that are wanted
    ///
    /// **errors** [LiveRefused] when the times are none that can be, or there is no such run.
    Replay ask(Wanted wanted, @Nullable Instant run);

    /// The newest first.
    List<Replay> list(int limit, long offset);

    /// How many were asked for.
    long count();

    /// **errors** [LiveRefused] when there is none of this id.
    Replay find(UUID id);

    /// Does what is open, in the order of asking; returns how many answers were read.
    ///
    /// **errors** [LiveRefused] while somebody else does it; a retryable `StoreException` when another process stored meanwhile.
    long work();
}
