package dev.upswell.server.weakness;

import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.segment.Segment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a segment stands of which a task is pending.
///
/// @param measured over all entities of the window; null where it holds too few to say
/// @param fresh whether the whole window lies after what the task was opened on
/// @param closed whether the task was closed by this
public record Followed(UUID task, Segment segment, Fault fault, @Nullable Measured measured, boolean fresh,
        boolean closed) {
}
