package dev.upswell.server.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store knew of a creator at an instant, as far as inputs can be derived from it.
///
/// @param videos known ones posted in the 63 days before
/// @param followers null when they were not read both now and four weeks ago
/// @param orders of the last 28 days that name the creator; null without one
/// @param conversion mean share of visits to products that ended in orders, as pages of shops tell it [0..1]; null when not told
/// @param ads results of the last 28 days of the ads that were said to be the creator's; null without one
public record CreatorFacts(String creator, List<Posted> videos, @Nullable Followers followers, @Nullable Orders orders,
        @Nullable Double conversion, @Nullable Ads ads) {

    public CreatorFacts {
        videos = List.copyOf(videos);
    }

    /// A video with its latest reading.
    ///
    /// @param duration null for photo posts and when unknown
    /// @param views null when not read, as are the others
    public record Posted(Instant at, @Nullable Duration duration, List<String> hashtags, @Nullable Long views,
            @Nullable Long likes, @Nullable Long comments, @Nullable Long shares) {

        public Posted {
            hashtags = List.copyOf(hashtags);
        }
    }

    /// How many followed, as one source read it.
    ///
    /// @param before the last reading 28 days ago or up to a week earlier
    /// @param now the last reading, at most a week old
    public record Followers(long before, long now) {
    }

    /// Orders that were neither cancelled nor left unpaid.
    ///
    /// @param revenue price times pieces of the lines that name the creator; null when a price is missing or currencies differ
    public record Orders(long count, @Nullable Double revenue, @Nullable String currency) {
    }

    /// Sums of results of ads, each over the days on which both sides of its ratio were told; null when there is none.
    public record Ads(@Nullable Double conversionRate, @Nullable Double costPerAcquisition,
            @Nullable Double costPerEngagement, @Nullable Double costPerView, @Nullable Double watchedToEnd,
            @Nullable Double spend, @Nullable String currency) {
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
