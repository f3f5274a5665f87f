package dev.upswell.server.trend.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// As of when a page answers, and when the last reading it rests on was taken.
///
/// @param lastObservation null when there is no reading at or before `asOf`
/// @param past whether `asOf` lies so far back that the page must not speak of now, for want of readings or because a past
///     instant was asked for
public record Freshness(Instant asOf, @Nullable Instant lastObservation, boolean past) {
}
