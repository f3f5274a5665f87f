package dev.upswell.server.collect.viewing;

import java.util.Arrays;
import java.util.List;

/// What an export says of a video in one of its columns.
enum Figure {
    COMPLETION("completion_rate"),
    WATCH_TIME("average_watch_seconds"),
    REWATCH("rewatch_ratio"),
    RETENTION_3S("retention_3s"),
    RETENTION_5S("retention_5s"),
    PROFILE_VIEWS("profile_views"),
    LINK_CLICKS("link_clicks"),
    NEW_FOLLOWERS("new_followers"),
    VIEWS("views"),
    LIKES("likes"),
    COMMENTS("comments"),
    SHARES("shares"),
    SAVES("saves");

    /// Those of how it is watched; the others are counters.
    static final List<Figure> OF_VIEWING = Arrays.stream(values()).filter(one -> one.compareTo(VIEWS) < 0).toList();

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    /// The name of its column in the data dictionary and in Upswell's own format.
    String label() {
        return label;
    }
}
