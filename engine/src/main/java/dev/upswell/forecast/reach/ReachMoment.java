package dev.upswell.forecast.reach;

import dev.upswell.content.Video;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntitySeries;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A video at the instant at which its reach is foretold, and the archive as it was known then.
///
/// @param series its readings; null before upload
/// @param market what videos in general had reached
record ReachMoment(Video video, long createdAt, ReachStage stage, @Nullable EntitySeries series, ReachArchive archive,
        ReachArchive.Market market) {

    long now() {
        return createdAt + stage.seconds();
    }

    /// The last reading of a counter at or before this age in seconds; empty where there is none.
    OptionalDouble levelAtAge(Counter counter, long ageSeconds) {
        if (series == null) {
            return OptionalDouble.empty();
        }
        return series.counter(counter).map(one -> {
            int index = one.lastIndexAt(Math.min(now(), createdAt + ageSeconds));
            return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(one.valueAt(index));
        }).orElse(OptionalDouble.empty());
    }
}
