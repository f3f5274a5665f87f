package dev.upswell.server.evaluate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One prediction beside what came of it.
///
/// @param surged whether the growth passed the bar of the cut
/// @param growth log ratio of the level at the end of the horizon to that at the cut
/// @param views what was foretold of the level; null when nothing was
/// @param level what the level was at the end; null for outcomes of releases that did not keep it
/// @param hoursToBar when the bar was passed; null unless it surged, and for outcomes of releases that did not keep it
record JudgedPair(String entity, Instant cut, double probability, boolean surged, double growth,
        @Nullable Views views, @Nullable Double level, @Nullable Double hoursToBar) {

    /// The ends of a 90 % range of views.
    record Views(double low, double high) {
    }
}
