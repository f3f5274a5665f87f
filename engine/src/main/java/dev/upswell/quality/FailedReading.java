package dev.upswell.quality;

import dev.upswell.timeline.Counter;
import org.jspecify.annotations.Nullable;

/// One reading that failed a rule, for people who want to see what a gate means.
///
/// **units** times in whole epoch seconds
///
/// @param group of the reading, as [ReadingGate#group] gave it
/// @param series key of its entity and source, as its caller gave it
/// @param before what the counter showed before; `null` when it is missing now
/// @param after what it shows; `null` when it is missing
public record FailedReading(GateRule rule, int group, long series, long epochSecond, Counter counter,
        @Nullable Long before, @Nullable Long after) {
}
