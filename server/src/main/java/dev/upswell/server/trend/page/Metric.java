package dev.upswell.server.trend.page;

/// The metrics that pages show, each with the key that rows, files and messages use and the form in which people read it.
///
/// Constants bear the names of the engine's metrics, so that `Metric.valueOf(name)` finds them.
public enum Metric {
    VIEWS("views", Form.COUNT), VIEWS_GAINED("viewsGained", Form.COUNT),
    VIEWS_GAINED_LOW("viewsGainedLow", Form.COUNT), VIEWS_GAINED_HIGH("viewsGainedHigh", Form.COUNT),
    POSTS_GAINED("postsGained", Form.COUNT), FOLLOWERS_GAINED("followersGained", Form.COUNT), VIEW_GROWTH("viewGrowth", Form.CHANGE),
    VIEW_VELOCITY("viewVelocity", Form.PER_MINUTE), LOG_VIEW_GROWTH_24H("logViewGrowth24h", Form.SIGNED),
    VOLUME("volume", Form.COUNT), NEW_VIDEOS("newVideos", Form.COUNT), UNIQUE_CREATORS("uniqueCreators", Form.COUNT),
    VELOCITY("velocity", Form.CHANGE), ACCELERATION("acceleration", Form.SIGNED),
    ENGAGEMENT_RATE("engagementRate", Form.SHARE), LIKE_RATE("likeRate", Form.SHARE),
    COMMENT_RATE("commentRate", Form.SHARE), SHARE_RATE("shareRate", Form.SHARE),
    ENGAGEMENT_EFFICIENCY("engagementEfficiency", Form.INDEX),
    CREATOR_DISPERSION("creatorDispersion", Form.INDEX), TOP_CREATOR_SHARE("topCreatorShare", Form.SHARE),
    MOMENTUM("momentum", Form.INDEX), MOMENTUM_RANK("momentumRank", Form.INDEX),
    NOVELTY_INDEX("noveltyIndex", Form.INDEX), PERSISTENCE("persistence", Form.SHARE),
    TIME_CONCENTRATION("timeConcentration", Form.INDEX), HALF_LIFE_HOURS("halfLifeHours", Form.HOURS),
    HALF_LIFE_AT_LEAST_HOURS("halfLifeAtLeastHours", Form.HOURS), LIKES_GAINED("likesGained", Form.COUNT),
    FOLLOWERS("followers", Form.COUNT), LOG_FOLLOWER_GROWTH_24H("logFollowerGrowth24h", Form.SIGNED),
    LOG_LIKE_GROWTH_24H("logLikeGrowth24h", Form.SIGNED), POSTING_CADENCE_HOURS("postingCadenceHours", Form.HOURS);

    private final String key;
    private final Form form;

    Metric(String key, Form form) {
        this.key = key;
        this.form = form;
    }

    /// The key in rows, files and message codes.
    public String key() {
        return key;
    }

    /// The form in which people read it; also the end of its unit's message code `form.…`.
    public Form form() {
        return form;
    }

    /// How a metric's value reads.
    public enum Form {
        /// A number of things.
        COUNT,
        /// Views per minute.
        PER_MINUTE,
        /// A ratio of change against the window before.
        CHANGE,
        /// A number with its sign.
        SIGNED,
        /// A share of a whole.
        SHARE,
        /// A number from 0 to 1.
        INDEX,
        /// Hours.
        HOURS
    }
}
