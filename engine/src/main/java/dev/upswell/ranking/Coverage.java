package dev.upswell.ranking;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much of a catalogue people are shown, and how evenly.
///
/// @param share of the catalogue that stands in any list, 0 to 1
/// @param inequality Gini coefficient of how often items of the catalogue are shown: 0 where all are shown equally, near 1 where one
///         item has every place
public record Coverage(double share, double inequality) {

    /// Share and inequality of these lists.
    ///
    /// @param catalogue number of items that could have been shown to somebody, from 1
    ///
    /// **errors** `IllegalArgumentException` when more items are shown than there are
    public static <T> Coverage of(Collection<List<T>> lists, int catalogue) {
        if (catalogue < 1) {
            throw new IllegalArgumentException(
                    "catalogue (" + catalogue + ") must have an item\nMaybe none was alive then.");
        }
        Map<T, Integer> counts = counts(lists, catalogue);
        double[] ordered = new double[catalogue];
        int next = catalogue - counts.size();
        for (int count : counts.values()) {
            ordered[next++] = count;
        }
        Arrays.sort(ordered);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < catalogue; i++) {
            sum += ordered[i];
            weighted += (2.0 * (i + 1) - catalogue - 1) * ordered[i];
        }
        return new Coverage((double) counts.size() / catalogue, sum == 0 ? 0 : weighted / (catalogue * sum));
    }

    private static <T> Map<T, Integer> counts(Collection<List<T>> lists, int catalogue) {
        Map<T, Integer> counts = new HashMap<>();
        lists.forEach(list -> list.forEach(item -> counts.merge(item, 1, Integer::sum)));
        if (counts.size() > catalogue) {
            throw new IllegalArgumentException("lists show " + counts.size() + " items of a catalogue of " + catalogue
                    + "\nMaybe the catalogue was counted at another time.");
        }
        return counts;
    }
}
