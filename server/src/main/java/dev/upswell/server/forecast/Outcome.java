package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import java.time.Instant;

/// What happened to an entity over a horizon.
///
/// @param cut when the horizon began
/// @param surged whether it grew more than the bar of its cut
/// @param growth log ratio of the views at the end to those at the cut
/// @param knownAt when the horizon had elapsed
public record Outcome(EntityId entity, Instant cut, int horizonHours, boolean surged, double growth, Instant knownAt) {
}
