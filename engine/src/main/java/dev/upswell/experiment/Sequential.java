package dev.upswell.experiment;

/// What a running experiment tells at any time, however often it is looked at.
///
/// The mixture sequential probability ratio test for the difference of two means: the likelihood of what was seen, averaged over
/// effects drawn from a normal distribution around 0, beside that of no effect. Its inverse is a p value that stays valid at every look
/// at once, so stopping at the first small one errs no more often than it says.
///
/// @param difference of the means, treated less baseline
/// @param low end of an interval that holds the true difference at all looks at once with the chance of `1 − error`
/// @param high its other end
/// @param p always-valid, the smallest so far where looks are carried on by [#after]
///
/// **source** Johari, Koomen, Pekelis and Walsh, Always Valid Inference (2022)
public record Sequential(double difference, double low, double high, double p) {

    public Sequential {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval (" + low + " to " + high
                    + ") must be ordered\nMaybe its ends were taken from looks that contradict each other.");
        }
    }

    /// What was seen of a group.
    ///
    /// @param units from 0
    /// @param variance of one unit, from 0
    public record Seen(long units, double mean, double variance) {

        public Seen {
            if (units < 0 || !Double.isFinite(mean) || !(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("group (" + units + " units, mean " + mean + ", variance " + variance
                        + ") must have numbers\nMaybe it is empty: its mean is then 0.");
            }
        }

        /// Of a share: so many of the units did it.
        ///
        /// Its variance is that of one unit more that did and one more that did not, for a few units that all did the same are no
        /// proof that all others will.
        public static Seen share(long did, long units) {
            double share = units == 0 ? 0 : (double) did / units;
            double cautious = (did + 1.0) / (units + 2.0);
            return new Seen(units, share, cautious * (1 - cautious));
        }
    }

    /// What two groups tell.
    ///
    /// @param expected size of an effect that would not surprise, above 0: that is where the test is quickest
    /// @param error in (0, 1)
    public static Sequential of(Seen baseline, Seen treated, double expected, double error) {
        if (!(expected > 0 && expected < Double.POSITIVE_INFINITY && error > 0 && error < 1)) {
            throw new IllegalArgumentException("expected effect " + expected + " and error " + error
                    + " must be above 0, the error below 1\nMaybe the effect to be found was left out.");
        }
        double difference = treated.mean() - baseline.mean();
        double variance = baseline.units() == 0 || treated.units() == 0
                ? 0
                : baseline.variance() / baseline.units() + treated.variance() / treated.units();
        if (variance == 0) {
            return new Sequential(difference, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
        }
        double mixture = expected * expected;
        double both = variance + mixture;
        double likelihood = Math.sqrt(variance / both)
                * Math.exp(difference * difference * mixture / (2 * variance * both));
        double half = Math.sqrt(variance * both / mixture * (Math.log(both / variance) - 2 * Math.log(error)));
        return new Sequential(difference, difference - half, difference + half, Math.min(1, 1 / likelihood));
    }

    /// This look after an earlier one: what was told once stays told.
    ///
    /// **edge cases** looks that contradict each other, because the effect changed or one of them erred, leave an interval that holds
    /// both
    public Sequential after(Sequential earlier) {
        double least = Math.max(low, earlier.low);
        double most = Math.min(high, earlier.high);
        return least <= most
                ? new Sequential(difference, least, most, Math.min(p, earlier.p))
                : new Sequential(difference, Math.min(low, earlier.low), Math.max(high, earlier.high),
                        Math.min(p, earlier.p));
    }
}
