package dev.upswell.creative;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What viewers did with a video, as it was counted last.
///
/// **range** from 0 · **absence** null where nobody told it
public record Reactions(@Nullable Long views, @Nullable Long likes, @Nullable Long comments, @Nullable Long shares,
        @Nullable Long saves) {

    /// Nothing is known.
    public static final Reactions UNKNOWN = new Reactions(null, null, null, null, null);

    public Reactions {
        for (Long count : new Long[]{views, likes, comments, shares, saves}) {
            if (count != null && count < 0) {
                throw new IllegalArgumentException(
                        "count (" + count + ") must be 0 or more\nMaybe it is unknown: then give none.");
            }
        }
    }

    /// Likes, comments and shares over views; empty unless all four are known and somebody watched. May exceed 1.
    public OptionalDouble engagementRate() {
        return likes == null || comments == null || shares == null
                ? OptionalDouble.empty()
                : perView(likes + comments + shares);
    }

    /// A count over the views; empty where one is unknown or nobody watched.
    public OptionalDouble perView(@Nullable Long count) {
        return count == null || views == null || views == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) count / views);
    }
}
