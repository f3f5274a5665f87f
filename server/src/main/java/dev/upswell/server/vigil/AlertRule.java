package dev.upswell.server.vigil;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule by which people are alerted.
///
/// @param paused whether it rests
/// @param since it rings of what is as of later than this; it moves on with what was looked at
/// @param madeBy who made it
/// @param changed who changed it last; null where nobody did
public record AlertRule(UUID id, RuleDraft asks, boolean paused, Instant since, String madeBy, Instant madeAt,
        @Nullable Changed changed) {

    /// That somebody changed it.
    public record Changed(String by, Instant at) {
    }
}
