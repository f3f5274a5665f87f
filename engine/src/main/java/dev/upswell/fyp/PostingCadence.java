package dev.upswell.fyp;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;

/// How evenly a creator posts: 1 / (1 + variation of the gaps between posts).
///
/// **range** (0, 1], 1 for equal gaps · **absence** with fewer than four posts in the four weeks up to the last
public final class PostingCadence {

    private static final Duration MEMORY = Duration.ofDays(28);
    private static final int LEAST_POSTS = 4;

    private PostingCadence() {
    }

    /// The consistency up to a post, this one included.
    ///
    /// @param posts when the creator posted, in any order; what is later than `until` is not looked at
    public static OptionalDouble consistency(Collection<Instant> posts, Instant until) {
        long[] times = posts.stream().filter(post -> !post.isAfter(until) && post.isAfter(until.minus(MEMORY)))
                .mapToLong(Instant::getEpochSecond).sorted().toArray();
        if (times.length < LEAST_POSTS) {
            return OptionalDouble.empty();
        }
        int gaps = times.length - 1;
        double mean = (double) (times[gaps] - times[0]) / gaps;
        if (mean == 0) {
            return OptionalDouble.empty();
        }
        double squares = 0;
        for (int i = 0; i < gaps; i++) {
            double off = times[i + 1] - times[i] - mean;
            squares += off * off;
        }
        return OptionalDouble.of(1 / (1 + Math.sqrt(squares / gaps) / mean));
    }
}
