package dev.upswell.timeline;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The counters that a reading may hold.
public enum Counter {
    VIEWS,
    LIKES,
    COMMENTS,
    SHARES,
    SAVES,
    POSTS,
    FOLLOWERS;

    /// The lower-case word for this counter.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// This counter's value in a reading; `null` where the provider did not give it.
    public @Nullable Count in(Counts counts) {
        return switch (this) {
            case VIEWS -> counts.views();
            case LIKES -> counts.likes();
            case COMMENTS -> counts.comments();
            case SHARES -> counts.shares();
            case SAVES -> counts.saves();
            case POSTS -> counts.posts();
            case FOLLOWERS -> counts.followers();
        };
    }
}
