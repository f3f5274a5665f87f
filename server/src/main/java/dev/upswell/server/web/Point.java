package dev.upswell.server.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One value of a series that is drawn.
///
/// **absence** a null value is a gap: nothing was known for this instant, and nothing is drawn there.
public record Point(Instant at, @Nullable Double value) {
}
