package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo.Origin;
import org.jspecify.annotations.Nullable;

/// A video that patterns are searched in, and why.
///
/// @param engagementRate above 0 and at most 1
/// @param outlier whether its engagement is far above that of the others of its length: shown, and not left out
/// @param celebrity whether its reach may be its creator's fame: it weighs half
/// @param tier by the creator's followers; null where they are unknown
/// @param origin whether it was asked for, or came in because there were too few
public record SelectedVideo(Candidate video, DurationBucket bucket, double engagementRate, Entry entry,
        boolean outlier, boolean celebrity, @Nullable CreatorTier tier, Origin origin) {

    /// How a video came in.
    public enum Entry {
        /// Among the best of its length.
        BEST,
        /// Drawn from the rest.
        SAMPLE
    }

    /// A suitable video as it is taken, beside the fences of those it is compared with; null where none could be told.
    static SelectedVideo of(Fit.Suitable one, Entry entry, @Nullable Fences rates, @Nullable Fences views) {
        Long followers = one.video().followers();
        CreatorTier tier = followers == null ? null : CreatorTier.of(followers);
        boolean famous = tier == CreatorTier.CELEBRITY || views != null && one.views() > views.upper();
        return new SelectedVideo(one.video(), one.bucket(), one.rate(), entry,
                rates != null && Math.log(one.rate()) > rates.upper(), famous, tier, one.origin());
    }

    /// What it counts for: 1, or a half.
    public double weight() {
        return celebrity ? .5 : 1;
    }

    /// Views over those that 2 % of the followers would make; null where there are none to compare with.
    public @Nullable Double reach() {
        Long followers = video.followers();
        Long views = video.reactions().views();
        return followers == null || followers == 0 || views == null
                ? null
                : (Double) (views / (CreatorTier.EXPECTED * followers));
    }
}
