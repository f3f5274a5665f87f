package dev.upswell.theme;

import java.util.HashMap;
import java.util.Map;

/// How far two groupings of the same things agree: 1 where they are the same, 0 where they agree by chance only.
///
/// **source** Hubert and Arabie (1985).
public final class AdjustedRand {

    private AdjustedRand() {
    }

    /// The agreement over things that both groupings know; 1 where that is fewer than two.
    ///
    /// @param one for each thing its group
    public static <T, G, H> double of(Map<T, G> one, Map<T, H> other) {
        Map<G, Integer> ones = new HashMap<>();
        Map<H, Integer> others = new HashMap<>();
        Map<Map.Entry<G, H>, Integer> both = new HashMap<>();
        one.forEach((thing, group) -> {
            H second = other.get(thing);
            if (second != null) {
                ones.merge(group, 1, Integer::sum);
                others.merge(second, 1, Integer::sum);
                both.merge(Map.entry(group, second), 1, Integer::sum);
            }
        });
        double all = pairs(ones.values().stream().mapToInt(Integer::intValue).sum());
        double together = both.values().stream().mapToDouble(AdjustedRand::pairs).sum();
        double inOne = ones.values().stream().mapToDouble(AdjustedRand::pairs).sum();
        double inOther = others.values().stream().mapToDouble(AdjustedRand::pairs).sum();
        double byChance = all == 0 ? 0 : inOne * inOther / all;
        double most = (inOne + inOther) / 2;
        return most == byChance ? 1 : (together - byChance) / (most - byChance);
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
