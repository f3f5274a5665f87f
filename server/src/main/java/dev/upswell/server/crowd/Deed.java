package dev.upswell.server.crowd;

import java.time.Instant;

/// That somebody did something with a video that tells what they turn to.
///
/// @param kind of it
/// @param share of the video that was watched, above 0 to 1; 1 for everything but watching
public record Deed(String video, Kind kind, double share, Instant at) {

    /// What was done, and what it is worth: as reactions to recommendations are, 1 for watching to the end.
    public enum Kind {
        WATCHED(1),
        LIKED(2),
        SAVED(3),
        SHARED(4),
        REPOSTED(4),
        /// The video is one's own.
        POSTED(4);

        private final double worth;

        Kind(double worth) {
            this.worth = worth;
        }
    }

    public Deed {
        if (video.isBlank() || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("deed with video " + video + " (share " + share
                    + ") must name it, with a share above 0 to 1\nMaybe seconds were given in place of a share.");
        }
    }

    /// What it is worth.
    public double worth() {
        return kind.worth * share;
    }
}
