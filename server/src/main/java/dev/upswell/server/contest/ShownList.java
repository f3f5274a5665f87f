package dev.upswell.server.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list as it was shown, with what was known of its videos then and what came of each within [ConfigurationTrial#AGE].
record ShownList(UUID subject, Instant at, List<Video> videos) {

    ShownList {
        videos = List.copyOf(videos);
    }

    /// A video of it.
    ///
    /// @param virality null when nothing of it was known
    /// @param relevance null when nothing of it was known
    /// @param engagement null when a count was missing
    /// @param crowd how well it went with the person by what all people did; null when that was not known
    /// @param columns what a ranker saw, its place in the list among them
    /// @param worth of all that was done with it; 0 for nothing, below for what was hidden
    record Video(String video, double score, @Nullable Double virality, @Nullable Double relevance,
            @Nullable Double engagement, @Nullable Double crowd, List<Float> columns, double worth) {

        Video {
            columns = List.copyOf(columns);
        }

        /// What an order gains that has it early.
        double gain() {
            return Math.max(0, worth);
        }
    }

    double[] gains() {
        return videos.stream().mapToDouble(Video::gain).toArray();
    }

    /// Whether one order of it is better than another.
    boolean tells() {
        return videos.stream().anyMatch(video -> video.gain() > 0);
    }
}
