package dev.upswell.pattern;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import org.jspecify.annotations.Nullable;

/// One video as patterns are searched in: what was chosen when it was made, and what came of it.
///
/// @param creator whose it is; null where that is unknown: then it is taken for a creator of its own
/// @param bucket how long it is; patterns are searched within one bucket only
/// @param features what was chosen; outcomes in it are never looked at
/// @param engagementRate likes, comments and shares over views; above 0 and at most 1
/// @param views more than 0
/// @param weight what it counts for: 1, or less for videos whose reach is their creator's fame; above 0
/// @param origin why it is among them: videos are compared with those of the same origin only
/// @param tried how many times its evidence counts: 1, or 2 for videos of trials that validated their pattern; means do not heed it
public record AnalysedVideo(EntityId id, @Nullable EntityId creator, DurationBucket bucket, CreativeVector features,
        double engagementRate, long views, double weight, Origin origin,
        double tried) {

    private static final double MOST_TRIED = 2;

    /// Why a video is among those that are searched.
    public sealed interface Origin {

        /// It is one of those that were asked for.
        record Asked() implements Origin {
        }

        /// It has what was asked for, but was posted before or after the range that was asked for.
        record OtherDates() implements Origin {
        }

        /// It has a hashtag that often stands beside the one that was asked for.
        ///
        /// @param hashtag in lower case without `#`
        record Sibling(String hashtag) implements Origin {
        }

        /// Videos that were asked for.
        Origin ASKED = new Asked();
        /// Videos of other dates.
        Origin OTHER_DATES = new OtherDates();
    }

    public AnalysedVideo {
        if (!(engagementRate > 0 && engagementRate <= 1)) {
            throw new IllegalArgumentException("engagement rate (" + engagementRate + ") of " + id
                    + " must be above 0 and at most 1\nMaybe it is in percent, or the video belongs to the outliers.");
        }
        if (views <= 0) {
            throw new IllegalArgumentException(
                    "views (" + views + ") of " + id + " must be above 0\nMaybe they are unknown.");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "weight (" + weight + ") of " + id + " must be above 0 and at most 1\nMaybe leave the video out.");
        }
        if (!(tried >= 1 && tried <= MOST_TRIED)) {
            throw new IllegalArgumentException(
                    "evidence of trials (" + tried + ") of " + id + " must be 1 to 2\nMaybe leave it out for 1.");
        }
    }

    /// A video that was asked for.
    public AnalysedVideo(EntityId id, @Nullable EntityId creator, DurationBucket bucket, CreativeVector features,
            double engagementRate, long views, double weight) {
        this(id, creator, bucket, features, engagementRate, views, weight, Origin.ASKED, 1);
    }

    /// What it counts for in models and tests.
    double evidence() {
        return weight * tried;
    }

    /// Whether it was asked for by hashtag, creator or all, be it of other dates.
    public boolean own() {
        return !(origin instanceof Origin.Sibling);
    }

    /// Whose it is, by name: videos without a known creator each have an owner of their own.
    String owner() {
        return creator == null ? "video " + id.value() : "creator " + creator.value();
    }
}
