package dev.upswell.ask;

import dev.upswell.timeline.Counter;
import dev.upswell.trend.Metric;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a question asks the value of.
public enum Measure {
    VIEWS(Counter.VIEWS, Metric.VIEWS_GAINED),
    LIKES(Counter.LIKES, Metric.LIKES_GAINED),
    COMMENTS(Counter.COMMENTS, null),
    SHARES(Counter.SHARES, null),
    SAVES(Counter.SAVES, null),
    POSTS(Counter.POSTS, Metric.POSTS_GAINED),
    FOLLOWERS(Counter.FOLLOWERS, Metric.FOLLOWERS_GAINED),
    VIEWS_GAINED(Metric.VIEWS_GAINED),
    POSTS_GAINED(Metric.POSTS_GAINED),
    FOLLOWERS_GAINED(Metric.FOLLOWERS_GAINED),
    LIKES_GAINED(Metric.LIKES_GAINED),
    VIEW_GROWTH(Metric.VIEW_GROWTH),
    VIEW_VELOCITY(Metric.VIEW_VELOCITY),
    VELOCITY(Metric.VELOCITY),
    ACCELERATION(Metric.ACCELERATION),
    ENGAGEMENT_RATE(Metric.ENGAGEMENT_RATE),
    LIKE_RATE(Metric.LIKE_RATE),
    COMMENT_RATE(Metric.COMMENT_RATE),
    SHARE_RATE(Metric.SHARE_RATE),
    MOMENTUM(Metric.MOMENTUM),
    NOVELTY(Metric.NOVELTY_INDEX),
    PERSISTENCE(Metric.PERSISTENCE),
    HALF_LIFE(Metric.HALF_LIFE_HOURS),
    VOLUME(Metric.VOLUME),
    NEW_VIDEOS(Metric.NEW_VIDEOS),
    UNIQUE_CREATORS(Metric.UNIQUE_CREATORS),
    CREATOR_DISPERSION(Metric.CREATOR_DISPERSION),
    TOP_CREATOR_SHARE(Metric.TOP_CREATOR_SHARE),
    TIME_CONCENTRATION(Metric.TIME_CONCENTRATION),
    POSTING_CADENCE(Metric.POSTING_CADENCE_HOURS),
    FYP_SCORE,
    CREATOR_SCORE,
    COMPLETION_RATE("completion_rate"),
    DROP_FIRST_3S("drop_0_3s"),
    REWATCH_RATIO("rewatch_ratio"),
    V15("v15"),
    V60("v60"),
    V24("v24");

    private final @Nullable Counter counter;
    private final @Nullable Metric metric;
    private final @Nullable String watching;

    Measure() {
        this(null, null, null);
    }

    Measure(Counter counter, @Nullable Metric gained) {
        this(counter, gained, null);
    }

    Measure(Metric metric) {
        this(null, metric, null);
    }

    Measure(String watching) {
        this(null, null, watching);
    }

    Measure(@Nullable Counter counter, @Nullable Metric metric, @Nullable String watching) {
        this.counter = counter;
        this.metric = metric;
        this.watching = watching;
    }

    /// The counter whose level it is; null for what has no level.
    public @Nullable Counter counter() {
        return counter;
    }

    /// The metric that it is, for a counter that of its gains; null where there is none.
    public @Nullable Metric metric() {
        return metric;
    }

    /// The name of the measure of how a video is watched that it is; null where it is none.
    public @Nullable String watching() {
        return watching;
    }

    /// Its snake-case name, as facts write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
