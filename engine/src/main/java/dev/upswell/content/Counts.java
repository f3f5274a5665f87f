package dev.upswell.content;

import org.jspecify.annotations.Nullable;

/// The counters of one entity in one reading. A counter that the provider did not give is `null`, which is not zero.
public record Counts(@Nullable Count views, @Nullable Count likes, @Nullable Count comments, @Nullable Count shares,
        @Nullable Count saves, @Nullable Count posts, @Nullable Count followers) {

    /// No counter at all.
    public static final Counts NONE = new Counts(null, null, null, null, null, null, null);

    /// Counters of which only the views are known.
    public static Counts views(Count views) {
        return new Counts(views, null, null, null, null, null, null);
    }

    /// Whether no counter is known.
    public boolean isEmpty() {
        return views == null && likes == null && comments == null && shares == null && saves == null && posts == null
                && followers == null;
    }
}
