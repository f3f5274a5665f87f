package dev.upswell.fyp;

import java.util.Arrays;
import java.util.Optional;

/// A measure of a video that the FYP score is made of.
///
/// The weights sum to 1. The written formula has one weight for clicks on profile and link; here each has half of it, so that a
/// source which tells one of them is not compared with one that tells both.
public enum FypMetric {
    /// Views per minute over the first 15 minutes.
    V15("v15", 0.18, Unit.PER_MINUTE),
    /// Views per minute over the first hour.
    V60("v60", 0.12, Unit.PER_MINUTE),
    /// Views per minute over the first day.
    V24("v24", 0.05, Unit.PER_MINUTE),
    /// Share of views that saw the video to its end.
    COMPLETION_RATE("completion_rate", 0.15, Unit.SHARE),
    /// Share of views lost in the first three seconds.
    DROP_0_3S("drop_0_3s", 0.10, Unit.SHARE),
    /// Share of views lost between the third and the fifth second.
    DROP_3_5S("drop_3_5s", 0.05, Unit.SHARE),
    /// Likes, comments and shares by views.
    ENGAGEMENT_RATE("er", 0.10, Unit.SHARE),
    /// Shares by views.
    SHARE_RATIO("share_ratio", 0.06, Unit.SHARE),
    /// Visits of the profile by views.
    CTR_PROFILE("ctr_profile", 0.03, Unit.SHARE),
    /// Clicks on the link by views.
    CTR_LINK("ctr_link", 0.03, Unit.SHARE),
    /// New followers by views.
    FOLLOW_CONVERSION("follow_conversion", 0.03, Unit.SHARE),
    /// Cosine of the video's sound and hashtags with those that trend.
    TREND("trend", 0.05, Unit.SHARE),
    /// What the slot of posting brought earlier videos, as an FYP score.
    TIMING("timing", 0.03, Unit.POINTS),
    /// How even the creator's gaps between posts are.
    CONSISTENCY("consistency", 0.02, Unit.SHARE),
    /// Views beyond the first of a person, by all views; shown and usable in rules, without weight.
    REWATCH_RATIO("rewatch_ratio", 0, Unit.SHARE);

    /// In what a measure is counted.
    public enum Unit {
        /// Views per minute.
        PER_MINUTE,
        /// A fraction of 0 to 1, or a little more where views lag what they are divided into; rules and people write it in percent.
        SHARE,
        /// 0 to 100.
        POINTS
    }

    private final String word;
    private final double weight;
    private final Unit unit;

    FypMetric(String word, double weight, Unit unit) {
        this.word = word;
        this.weight = weight;
        this.unit = unit;
    }

    /// Its name in rules, answers and files.
    public String word() {
        return word;
    }

    /// Its weight in the score [0..1].
    public double weight() {
        return weight;
    }

    /// In what it is counted.
    public Unit unit() {
        return unit;
    }

    /// Whether less of it is better: then 100 minus its place counts.
    public boolean isLoss() {
        return this == DROP_0_3S || this == DROP_3_5S;
    }

    /// A value as people write it: shares in percent, anything else as it is.
    public double written(double value) {
        return unit == Unit.SHARE ? 100 * value : value;
    }

    /// The metric of this name; empty when there is none.
    public static Optional<FypMetric> find(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
