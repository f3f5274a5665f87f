package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Watch;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open visit of a watched subject.
///
/// @param cursor of the next page; null for the first
/// @param pages that were kept
record Sweep(UUID id, Watch watch, Instant begunAt, @Nullable String cursor, int pages) {

    Ask ask() {
        return new Ask(watch.subject(), begunAt, cursor);
    }

    /// Number of the page that comes next, from 1.
    int page() {
        return pages + 1;
    }

    /// The same after a page was kept.
    Sweep after(@Nullable String next) {
        return new Sweep(id, watch, begunAt, next, pages + 1);
    }
}
