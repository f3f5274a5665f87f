package dev.upswell.server.scorecard.derive;

import dev.upswell.content.Viewing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store knew of a creator at an instant, as far as inputs can be derived from it.
///
/// @param videos known ones posted in the 63 days before
/// @param followers null when they were not read in the last week
/// @param orders of the last 28 days that name the creator; null without one
/// @param conversion mean share of visits to products that ended in orders, as pages of shops tell it [0..1]; null when not told
/// @param ads results of the last 28 days of the ads that were said to be the creator's; null without one
record CreatorFacts(String creator, List<Posted> videos, @Nullable Followers followers, @Nullable Orders orders,
        @Nullable Double conversion, @Nullable Ads ads) {

    CreatorFacts {
        videos = List.copyOf(videos);
    }

    /// A video with its latest reading.
    ///
    /// @param duration null for photo posts and when unknown
    /// @param views null when not read, as are the others
    /// @param week how it stood seven days after it was posted; null when it was not read around then
    /// @param viewing as its owner was told
    record Posted(String video, Instant at, @Nullable Duration duration, List<String> hashtags, @Nullable Long views,
            @Nullable Long likes, @Nullable Long comments, @Nullable Long shares, @Nullable Week week,
            Viewing viewing) {

        Posted {
            hashtags = List.copyOf(hashtags);
        }

        Posted with(Viewing told) {
            return new Posted(video, at, duration, hashtags, views, likes, comments, shares, week, told);
        }
    }

    /// Counters of a video at the age of seven days: fractions where they were read before and after.
    record Week(double views, double likes, double comments, double shares) {

        /// On the line between two readings.
        ///
        /// @param share how far the age of seven days lies on the way from the earlier to the later [0..1]
        static Week between(Week earlier, Week later, double share) {
            return new Week(earlier.views + share * (later.views - earlier.views),
                    earlier.likes + share * (later.likes - earlier.likes),
                    earlier.comments + share * (later.comments - earlier.comments),
                    earlier.shares + share * (later.shares - earlier.shares));
        }
    }

    /// How many followed, as one source read it.
    ///
    /// @param before the last reading 28 days ago or up to a week earlier; null when there was none
    /// @param now the last reading, at most a week old
    record Followers(@Nullable Long before, long now) {
    }

    /// Orders that were neither cancelled nor left unpaid.
    ///
    /// @param revenue price times pieces of the lines that name the creator; null when a price is missing or currencies differ
    record Orders(long count, @Nullable Double revenue, @Nullable String currency) {
    }

    /// Sums of results of ads, each over the days on which both sides of its ratio were told; null when there is none.
    record Ads(@Nullable Double conversionRate, @Nullable Double costPerAcquisition,
            @Nullable Double costPerEngagement, @Nullable Double costPerView, @Nullable Double watchedToEnd,
            @Nullable Double spend, @Nullable String currency) {
    }

    CreatorFacts withVideos(List<Posted> others) {
        return new CreatorFacts(creator, others, followers, orders, conversion, ads);
    }

    CreatorFacts with(@Nullable Followers other) {
        return new CreatorFacts(creator, videos, other, orders, conversion, ads);
    }

    CreatorFacts with(@Nullable Orders other) {
        return new CreatorFacts(creator, videos, followers, other, conversion, ads);
    }

    CreatorFacts withConversion(@Nullable Double other) {
        return new CreatorFacts(creator, videos, followers, orders, other, ads);
    }

    CreatorFacts with(@Nullable Ads other) {
        return new CreatorFacts(creator, videos, followers, orders, conversion, other);
    }
}
