package dev.upswell.server.fyp;

import dev.upswell.content.Video;
import dev.upswell.fyp.FypScore;
import org.jspecify.annotations.Nullable;

/// A score with what the video is.
///
/// @param score as known at its mark
/// @param video null when nobody described it any more
/// @param settled its score with what was told since; null before it is a day old
public record ScoredVideo(FypScore score, @Nullable Video video, @Nullable SettledScore settled) {

    /// How a list calls it: the beginning of its caption, its id without one.
    public String title() {
        String caption = video == null ? null : video.caption();
        if (caption == null || caption.isBlank()) {
            return score.video().value();
        }
        String line = caption.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 80
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 80)) + "…";
    }
}
