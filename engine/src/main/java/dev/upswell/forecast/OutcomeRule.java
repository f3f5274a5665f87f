package dev.upswell.forecast;

import java.time.Duration;
import java.util.List;

/// How the outcome of a cut is taken from the readings that follow it.
public sealed interface OutcomeRule {

    /// Growth from the level at the cut to the level exactly a horizon later; all entities are compared with each other.
    ///
    /// For counters that are read every few hours.
    record AtHorizon() implements OutcomeRule {
    }

    /// Growth from one look at the entities to the next, normalised to the horizon and compared within bands of age.
    ///
    /// For counters that are read in crawls, a day or so apart and never exactly: a cut is the first of the grid after a crawl,
    /// its outcome is taken at the first later cut of the grid at which enough of its entities have been read again, and
    /// growth counts in proportion to the time between the two readings. A young video grows tenfold in a day in which an old
    /// one grows by a percent, so the bar is one per band.
    ///
    /// @param atLeast how far off the next look is at least: shorter spans say too little of a horizon
    /// @param atMost how far off it is at most
    /// @param ageLimits where one band ends and the next begins, ascending; empty for a single band. Entities of unknown age
    ///     form a band of their own
    record NextLook(Duration atLeast, Duration atMost, List<Duration> ageLimits) implements OutcomeRule {

        public NextLook {
            ageLimits = List.copyOf(ageLimits);
            if (atLeast.isZero() || atLeast.isNegative() || atMost.compareTo(atLeast) < 0) {
                throw new IllegalArgumentException("next look (" + atLeast + " to " + atMost
                        + ") must lie ahead and not end before it begins\nMaybe the two are swapped.");
            }
            if (!ageLimits.equals(ageLimits.stream().distinct().sorted().toList())) {
                throw new IllegalArgumentException(
                        "age limits (" + ageLimits + ") must ascend\nMaybe they are out of order.");
            }
        }
    }

    /// The ordinary rule.
    OutcomeRule AT_HORIZON = new AtHorizon();
}
