package dev.upswell.trend;

import java.time.Instant;
import java.util.Optional;

/// The tenant's trailing engagement rates, toward which an entity's rates are shrunk.
///
/// The rates at an instant must rest on readings up to that instant alone, and must be frozen once used: whoever changes
/// them changes rows, and the rows' input hash.
@FunctionalInterface
public interface EngagementPrior {

    /// How many views of prior evidence are added to each entity's own.
    double WEIGHT_VIEWS = 1000;

    /// No prior: rates are plain ratios.
    EngagementPrior NONE = end -> Optional.empty();

    /// The rates known at this window end; empty where there are none yet.
    Optional<Rates> at(Instant end);

    /// The same rates at every end.
    static EngagementPrior constant(Rates rates) {
        return end -> Optional.of(rates);
    }

    /// Engagement per view. **range** finite, ≥ 0
    record Rates(double like, double comment, double share) {

        public Rates {
            if (!(like >= 0 && comment >= 0 && share >= 0 && like + comment + share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("rates (" + like + ", " + comment + ", " + share
                        + ") must be finite and not negative\nMaybe no views were counted.");
            }
        }

        /// The rates of these totals; empty where there are no views.
        public static Optional<Rates> ofTotals(long views, long likes, long comments, long shares) {
            return views <= 0
                    ? Optional.empty()
                    : Optional.of(new Rates((double) likes / views, (double) comments / views,
                            (double) shares / views));
        }

        /// Identifies these rates, the same on every machine.
        long digest() {
            return Double.doubleToLongBits(like) * 31 * 31 + Double.doubleToLongBits(comment) * 31
                    + Double.doubleToLongBits(share);
        }
    }
}
