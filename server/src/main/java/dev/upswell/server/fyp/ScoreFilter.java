package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which scores are asked for; of each video the one of its latest mark that fits.
///
/// @param postedFrom of videos posted from here on
/// @param mark null for any
/// @param status null for any, also those without a score
public record ScoreFilter(Instant postedFrom, @Nullable Mark mark, FypScore.@Nullable Status status) {

    /// All of them.
    public static final ScoreFilter ALL = new ScoreFilter(Instant.EPOCH, null, null);
}
