package dev.upswell.server.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An hour in which an account is to post.
///
/// @param zone by whose clocks hours were told apart when it was proposed
/// @param content null while nothing is to be posted yet
/// @param decision null while nobody has decided
/// @param video that was posted, as somebody told it; null unless published
public record PlannedSlot(UUID id, String account, Instant at, ZoneId zone, SlotState state, Ground ground,
        @Nullable SlotContent content, @Nullable String video, String proposedBy, Instant proposedAt,
        @Nullable Decision decision) {

    /// Why it is where it is, as was known then.
    ///
    /// @param videos of its hour in the eight weeks before
    /// @param expected FYP score that the hour was expected to bring [0..100]; null where nothing was known
    /// @param low end of the 90 % interval; null where there was none
    /// @param high end of the 90 % interval; null where there was none
    public record Ground(SlotBasis basis, int videos, @Nullable Double expected, @Nullable Double low,
            @Nullable Double high) {
    }

    /// Who decided last.
    ///
    /// @param movedFrom when it was proposed to be; null unless it was moved
    /// @param changes how often it was changed, at least 1
    public record Decision(String by, Instant at, @Nullable Instant movedFrom, int changes) {
    }
}
