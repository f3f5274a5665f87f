package dev.upswell.server.trend.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// As of when a page answers, and when the last reading it rests on was taken.
///
/// @param lastObservation null when there is no reading at or before `asOf`
public record Freshness(Instant asOf, @Nullable Instant lastObservation) {
}
