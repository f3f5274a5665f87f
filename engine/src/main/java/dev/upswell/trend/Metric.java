package dev.upswell.trend;

import dev.upswell.content.EntityKind;
import java.util.Locale;
import java.util.Set;

/// The metrics of a window, each with its unit, range and definition: the source of the metric dictionary.
public enum Metric {
    VOLUME("count", "≥ 0",
            "distinct videos that gained a view; else posts gained; else views gained, as the basis says"),
    NEW_VIDEOS("count", "≥ 0", "carrying videos first posted in the window", EntityKind.HASHTAG, EntityKind.SOUND),
    UNIQUE_CREATORS("count", "≥ 0", "distinct authors of the videos in volume", EntityKind.HASHTAG, EntityKind.SOUND),
    VIEWS("views", "≥ 0", "level at the end of the window: the last reading"),
    VIEWS_GAINED("views", "≥ 0", "view gains in the window"),
    VIEWS_GAINED_LOW("views", "≥ 0", "least views gained that the rounding of the readings allows"),
    VIEWS_GAINED_HIGH("views", "≥ 0", "most views gained that the rounding of the readings allows"),
    POSTS_GAINED("posts", "≥ 0", "posts gained by the entity's own counter", EntityKind.HASHTAG, EntityKind.SOUND,
            EntityKind.CREATOR),
    FOLLOWERS_GAINED("followers", "≥ 0", "followers gained by the entity's own counter", EntityKind.CREATOR),
    LIKE_RATE("fraction", "≥ 0", "likes gained per view gained, shrunk toward the prior rate"),
    COMMENT_RATE("fraction", "≥ 0", "comments gained per view gained, shrunk toward the prior rate"),
    SHARE_RATE("fraction", "≥ 0", "shares gained per view gained, shrunk toward the prior rate"),
    ENGAGEMENT_RATE("fraction", "≥ 0",
            "likes, comments and shares gained per view gained, shrunk toward the prior rate"),
    VIEW_VELOCITY("views/min", "≥ 0", "views gained per minute of the window"),
    VELOCITY("ratio", "≥ -1", "relative change of volume against the window before"),
    VIEW_GROWTH("ratio", "≥ -1", "relative change of views gained against the window before"),
    LOG_VIEW_GROWTH_24H("log ratio", "real", "logarithm of the level at the end over the level 24 hours before"),
    ACCELERATION("ratio", "real", "change of velocity against the window before, relative to its size then"),
    CREATOR_DISPERSION("fraction", "0..1", "1 minus the sum of squared shares of creators in the views gained",
            EntityKind.HASHTAG, EntityKind.SOUND),
    TOP_CREATOR_SHARE("fraction", "0..1", "largest share of one creator in the views gained", EntityKind.HASHTAG,
            EntityKind.SOUND),
    ENGAGEMENT_EFFICIENCY("fraction", "0..1", "engagement rate over 0.20, clamped"),
    MOMENTUM("score", "0..1", "weighted velocity, acceleration, engagement efficiency and dispersion (version 1)"),
    NOVELTY_INDEX("fraction", "0..1",
            "1 minus the overlap of top creators and sounds with those of the 24 hours before", EntityKind.HASHTAG,
            EntityKind.SOUND),
    PERSISTENCE("fraction", "0..1", "share of the last 24 windows with views gained above the trailing 7-day median"),
    TIME_CONCENTRATION("fraction", "0..1", "Gini coefficient of the views gained over the 24 hours of the window"),
    HALF_LIFE_HOURS("hours", "≥ 0",
            "time in which the engagement rate halves since its peak in the trailing week, by an exponential fit"),
    HALF_LIFE_AT_LEAST_HOURS("hours", "≥ 0",
            "lower bound of the half-life while engagement has not halved since its peak"),
    LIKES_GAINED("likes", "≥ 0", "likes gained by the entity's own counter", EntityKind.VIDEO, EntityKind.CREATOR),
    FOLLOWERS("followers", "≥ 0", "level at the end of the window: the last reading", EntityKind.CREATOR),
    LOG_FOLLOWER_GROWTH_24H("log ratio", "real",
            "logarithm of the followers at the end over those 24 hours before", EntityKind.CREATOR),
    LOG_LIKE_GROWTH_24H("log ratio", "real",
            "logarithm of the likes of all videos at the end over those 24 hours before", EntityKind.CREATOR),
    POSTING_CADENCE_HOURS("hours", "> 0", "mean time between posts in the 7 days before the end", EntityKind.CREATOR);

    /// Raised whenever a definition changes, so that rows of different definitions are never compared unawares.
    public static final int DEFINITION_VERSION = 4;

    /// The least coverage with which a metric is computed.
    public static final double MIN_COVERAGE = 0.5;

    private final String unit;
    private final String range;
    private final String definition;
    private final Set<EntityKind> kinds;

    /// @param kinds those that can have it; none named is all
    Metric(String unit, String range, String definition, EntityKind... kinds) {
        this.unit = unit;
        this.range = range;
        this.definition = definition;
        this.kinds = kinds.length == 0 ? Set.of(EntityKind.values()) : Set.of(kinds);
    }

    /// The snake-case name, as columns and JSON write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What one of it is.
    public String unit() {
        return unit;
    }

    /// Which values it can take.
    public String range() {
        return range;
    }

    /// Whether entities of this kind can have it at all; where not, rows give [Absence#NOT_FOR_THIS_KIND].
    public boolean isOf(EntityKind kind) {
        return kinds.contains(kind);
    }

    /// What it measures, in a phrase.
    public String definition() {
        return definition;
    }
}
