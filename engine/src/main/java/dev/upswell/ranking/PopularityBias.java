package dev.upswell.ranking;

import dev.upswell.numeric.PercentileRank;
import java.util.Arrays;
import java.util.OptionalDouble;

/// How much a list leans towards what is popular: the mean percentile rank of its items' popularity among all candidates.
///
/// **range** 0 to 1; a list drawn by lot has 0.5 on average, the most popular ones have nearly 1
public final class PopularityBias {

    private PopularityBias() {
    }

    /// The lean of one list.
    ///
    /// @param shown popularity of the items shown (people who met them, or views)
    /// @param candidates popularity of all items that could have been shown, those shown among them
    /// @return empty for an empty list
    public static OptionalDouble of(double[] shown, double[] candidates) {
        double[] ascending = candidates.clone();
        Arrays.sort(ascending);
        return Arrays.stream(shown).map(popularity -> PercentileRank.of(ascending, popularity)).average();
    }
}
