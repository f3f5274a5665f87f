package dev.upswell.theme;

import java.util.HashMap;
import java.util.Map;

/// Over how many groups things spread: the entropy of their shares, 0 where all are of one group. [nats]
final class Spread {

    private Spread() {
    }

    /// @param places which things
    /// @param groups for each thing its group; below 0 it is of none and does not count
    static double of(int[] places, int[] groups) {
        Map<Integer, Integer> counts = new HashMap<>();
        int all = 0;
        for (int place : places) {
            if (groups[place] >= 0) {
                counts.merge(groups[place], 1, Integer::sum);
                all++;
            }
        }
        double entropy = 0;
        for (int count : counts.values()) {
            double share = (double) count / all;
            entropy -= share * StrictMath.log(share);
        }
        return entropy;
    }
}
