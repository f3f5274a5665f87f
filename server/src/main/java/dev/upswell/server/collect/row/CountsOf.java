package dev.upswell.server.collect.row;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import org.jspecify.annotations.Nullable;

/// Builds counters by the name of what they count, so that none lands in another's place.
public final class CountsOf {

    private CountsOf() {
    }

    public static Counts views(@Nullable Count views) {
        return new Counts(views, null, null, null, null, null, null);
    }

    public static Counts posts(@Nullable Count posts) {
        return new Counts(null, null, null, null, null, posts, null);
    }

    public static Counts topic(@Nullable Count views, @Nullable Count posts) {
        return new Counts(views, null, null, null, null, posts, null);
    }

    public static Counts playsAndLikes(@Nullable Count plays, @Nullable Count likes) {
        return new Counts(plays, likes, null, null, null, null, null);
    }

    public static Counts video(@Nullable Count views, @Nullable Count likes, @Nullable Count comments,
            @Nullable Count shares,
            @Nullable Count saves) {
        return new Counts(views, likes, comments, shares, saves, null, null);
    }

    public static Counts creator(@Nullable Count followers, @Nullable Count likes, @Nullable Count posts) {
        return new Counts(null, likes, null, null, null, posts, followers);
    }
}
