package dev.upswell.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a row rests on: whose readings, how complete and how fresh, under which definition.
///
/// @param source who gave the entity's own counters, or `videos` where only the carrying videos were read
/// @param basis what volume counts; `null` where volume is absent
/// @param viewsFromVideos whether views and rates are sums over the carrying videos, for want of own view counters
/// @param coverage share of the window backed by readings or permitted bridges, in [0, 1]
/// @param provisional whether the level at the end was carried forward from an earlier reading
/// @param lastReading when the latest reading was taken that the row rests on
/// @param cadenceSeconds how often the source usually reads, as known at the end
/// @param definition version of the metric definitions
/// @param inputsHash identifies the readings and prior rates from which the row was computed
public record Backing(String source, @Nullable Basis basis, boolean viewsFromVideos, double coverage,
        boolean provisional, Instant lastReading, long cadenceSeconds, int definition, long inputsHash) {
}
