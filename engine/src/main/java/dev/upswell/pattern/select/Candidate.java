package dev.upswell.pattern.select;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Reactions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A video that patterns may be searched in.
///
/// @param creator whose it is; null where unknown
/// @param lengthSeconds null where unknown
/// @param followers of its creator, as they were read last; null where unknown
public record Candidate(EntityId id, @Nullable EntityId creator, @Nullable Double lengthSeconds,
        @Nullable Instant postedAt, Reactions reactions, @Nullable Long followers) {
}
