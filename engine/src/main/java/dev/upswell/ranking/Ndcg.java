package dev.upswell.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Normalised discounted cumulative gain: the gains of the first places, each divided by the logarithm of its place, as a share of
/// what the best order of all candidates would have.
///
/// **range** 0 to 1 · **source** Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002)
public final class Ndcg {

    private Ndcg() {
    }

    /// The measure of one list.
    ///
    /// @param depth how many places count, from 1
    /// @param shown gains of the list, first place first, from 0; places beyond its end have none
    /// @param candidates gains of all items that could have been shown, in any order
    /// @return empty where no candidate has any gain, for then no order is better than another
    ///
    /// **errors** `IllegalArgumentException` for gains below 0 or not finite, and for depths below 1
    public static OptionalDouble at(int depth, double[] shown, double[] candidates) {
        check(depth, shown);
        check(depth, candidates);
        double[] best = candidates.clone();
        Arrays.sort(best);
        for (int i = 0; i < best.length / 2; i++) {
            double low = best[i];
            best[i] = best[best.length - 1 - i];
            best[best.length - 1 - i] = low;
        }
        double ideal = discounted(depth, best);
        return ideal > 0 ? OptionalDouble.of(discounted(depth, shown) / ideal) : OptionalDouble.empty();
    }

    /// The sum of gain / log₂(place + 1) over the first places.
    static double discounted(int depth, double[] gains) {
        double sum = 0;
        for (int i = 0; i < Math.min(depth, gains.length); i++) {
            sum += gains[i] * discount(i);
        }
        return sum;
    }

    /// What a gain counts at this place.
    ///
    /// @param index of the place, from 0
    static double discount(int index) {
        return Math.log(2) / Math.log(index + 2.0);
    }

    private static void check(int depth, double[] gains) {
        if (depth < 1 || Arrays.stream(gains).anyMatch(gain -> !(gain >= 0 && gain < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("gains to depth " + depth
                    + " must be numbers from 0, the depth 1 or more\nMaybe an unknown gain was given as NaN: leave the item out.");
        }
    }
}
