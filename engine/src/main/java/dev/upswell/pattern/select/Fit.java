package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo.Origin;
import org.jspecify.annotations.Nullable;

/// Whether a video meets the conditions of a selection, dates aside.
sealed interface Fit {

    /// It does not.
    record Unfit(Exclusion why, @Nullable Double value) implements Fit {
    }

    /// It does.
    record Suitable(Candidate video, DurationBucket bucket, double rate, Origin origin) implements Fit {

        /// Engagement, more of it where the video was shared.
        double composite() {
            return rate * (1 + video.reactions().perView(video.reactions().shares()).orElse(0));
        }

        double views() {
            Long views = video.reactions().views();
            return views == null ? 0 : views;
        }
    }

    /// @param unknown whether videos whose length nobody tells are a group of their own; those of 0 seconds, as photo posts are told, are not of it
    static Fit of(Candidate one, SelectionSettings settings, Origin origin, boolean unknown) {
        Double seconds = one.lengthSeconds();
        if (seconds == null ? !unknown : !(seconds > 0)) {
            return new Unfit(Exclusion.LENGTH_UNKNOWN, null);
        }
        DurationBucket bucket = seconds == null
                ? DurationBucket.UNKNOWN
                : DurationBucket.find(seconds).orElse(null);
        if (bucket == null) {
            return new Unfit(Exclusion.TOO_LONG, seconds);
        }
        Long views = one.reactions().views();
        if (views != null && views < settings.leastViews()) {
            return new Unfit(Exclusion.FEW_VIEWS, (double) views);
        }
        if (one.reactions().engagementRate().isEmpty()) {
            return new Unfit(Exclusion.COUNTS_UNKNOWN, null);
        }
        double rate = one.reactions().engagementRate().getAsDouble();
        if (rate > 1) {
            return new Unfit(Exclusion.IMPOSSIBLE, rate);
        }
        return rate < settings.leastEngagement()
                ? new Unfit(Exclusion.LITTLE_ENGAGEMENT, rate)
                : new Suitable(one, bucket, rate, origin);
    }
}
