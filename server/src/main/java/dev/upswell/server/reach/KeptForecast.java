package dev.upswell.server.reach;

import dev.upswell.content.Video;
import dev.upswell.forecast.reach.ReachForecast;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A forecast as it was stored when it was made, and what then came.
///
/// @param model id of the model
/// @param outcome null until the video had the age that was asked about, and when it was not read around it
public record KeptForecast(ReachForecast forecast, Posted posted, String model, @Nullable Outcome outcome) {

    /// What was posted.
    ///
    /// @param creator handle; null when unknown
    /// @param caption its first 120 characters; null when there is none
    public record Posted(Instant at, @Nullable String creator, @Nullable String caption) {

        private static final int SHOWN = 120;

        static Posted of(Instant at, Video video) {
            String caption = video.caption();
            int shown = caption == null
                    ? 0
                    : caption.offsetByCodePoints(0,
                            Math.min(SHOWN, caption.codePointCount(0, caption.length())));
            return new Posted(at, video.creator() == null ? null : video.creator().value(),
                    caption == null || caption.isBlank() ? null : caption.substring(0, shown));
        }
    }

    /// What came.
    ///
    /// @param views at the age that was asked about
    public record Outcome(double views, boolean brokeOut) {
    }
}
