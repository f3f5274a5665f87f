package dev.upswell.server.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is to be done next.
///
/// @param what to do, as it was written when it was asked for
/// @param why it was asked for
/// @param who does it
/// @param due until when; null where no time was set
/// @param path of the page that has it
public record NextAction(String what, String why, String who, @Nullable Instant due, String path) {
}
