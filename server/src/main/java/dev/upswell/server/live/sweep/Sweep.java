package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.spend.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open visit of a watched subject, or of several that are asked for together.
///
/// @param watch whose visit it is; of several the one that leads
/// @param together subjects of the visits that it leads
/// @param most how many pages may be asked for: those of all watches together
/// @param cursor of the next page; null for the first
/// @param pages that were kept
record Sweep(UUID id, Watch watch, List<Subject> together, int most, Instant begunAt, @Nullable String cursor,
        int pages) {

    Sweep {
        together = List.copyOf(together);
    }

    Ask ask() {
        return new Ask(watch.subject(), together, begunAt, cursor);
    }

    /// What is asked about, as lists and logs write it.
    String about() {
        return ask().about();
    }

    /// Whether something was asked for it already.
    boolean isBegun() {
        return pages > 0 || cursor != null;
    }

    /// How many visits end with it.
    int visits() {
        return 1 + together.size();
    }

    /// The request for the page that comes next.
    Wanted wanted() {
        return new Wanted(id, page(), ask());
    }

    /// Number of the page that comes next, from 1.
    int page() {
        return pages + 1;
    }

    /// The same before the same page, further on.
    Sweep at(String next) {
        return new Sweep(id, watch, together, most, begunAt, next, pages);
    }

    /// The same after a page was kept.
    Sweep after(@Nullable String next) {
        return new Sweep(id, watch, together, most, begunAt, next, pages + 1);
    }
}
