package dev.upswell.server.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stored row that made a rule ring.
///
/// @param what is read: the label of a metric, `probability`, `fyp`, `flag` or `theme`
/// @param detail the window of a metric, the horizon of a probability such as `24h`, the mark of a score, the name of a flag or a theme
/// @param how it is compared: `above`, `below`, `up`, `down` or `is`
/// @param asked the number it is compared with; null for what has none
/// @param value what the row says, in the unit of what is read; for `up` and `down` the change as a share; null for what has none
/// @param asOf as of when the row holds
/// @param link the path at which the row is shown
public record Evidence(String what, String detail, String how, @Nullable Double asked, @Nullable Double value,
        Instant asOf, String link) {
}
