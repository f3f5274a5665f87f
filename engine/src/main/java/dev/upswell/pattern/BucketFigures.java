package dev.upswell.pattern;

import dev.upswell.learn.Interval;
import org.jspecify.annotations.Nullable;

/// How videos of one bucket are engaged with.
///
/// @param videos how many there are
/// @param mean mean engagement rate by the weights of videos, a fraction
/// @param interval 95 % interval of the mean, which allows for videos of one creator being alike; null with fewer than
///        three creators
/// @param deviation standard deviation; null with one video
/// @param upper 90th percentile
/// @param consistency 1 over (1 + deviation over mean), 0 to 1; null with one video
/// @param share of the content mix, after small buckets were drawn towards the mean of all, 0 to 1; null where nobody tells how long videos are
/// @param verdict null as above
public record BucketFigures(int videos, double mean, @Nullable Interval interval, double median,
        @Nullable Double deviation, double upper, @Nullable Double consistency, @Nullable Double share,
        @Nullable Verdict verdict) {

    /// What to do about videos of this length, by mean engagement rate.
    public enum Verdict {
        /// Above 6 %.
        HIGH_PRIORITY,
        /// Above 4 %.
        MODERATE,
        /// Above 2 %.
        LOW_PRIORITY,
        /// 2 % at most.
        AVOID;

        /// The verdict for a mean engagement rate.
        public static Verdict of(double mean) {
            return mean > .06 ? HIGH_PRIORITY : mean > .04 ? MODERATE : mean > .02 ? LOW_PRIORITY : AVOID;
        }
    }

    /// Whether engagement is steady enough to count on; false where that is unknown.
    public boolean steady() {
        return consistency != null && consistency > .7;
    }
}
