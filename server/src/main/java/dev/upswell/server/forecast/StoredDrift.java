package dev.upswell.server.forecast;

import dev.upswell.learn.drift.DriftReport;
import java.time.Instant;
import java.util.UUID;

/// A comparison of what was scored with what the serving model learned from, as it is kept.
///
/// @param model the serving model
/// @param asOf end of the window that was compared
/// @param drifted whether drift is confirmed, see [Drifting]
public record StoredDrift(UUID model, Instant asOf, boolean drifted, DriftReport report) {
}
