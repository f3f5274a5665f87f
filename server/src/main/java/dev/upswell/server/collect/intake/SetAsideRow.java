package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.Position;
import java.time.Instant;

/// A quarantined row with the time at which it was put aside.
///
/// @param reason label of the reason
/// @param detail what is wrong, with the row's own values
/// @param excerpt the beginning of the row's text
public record SetAsideRow(String file, Position position, String reason, String detail, String excerpt, Instant at) {
}
