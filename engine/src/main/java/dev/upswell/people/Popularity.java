package dev.upswell.people;

import dev.upswell.numeric.Dice;

/// How many care for each topic: falling with its number, as 1/(n + 4).
final class Popularity {

    private static final double[] CUMULATIVE = cumulative(WordLists.READ.topics());

    private Popularity() {
    }

    private static double[] cumulative(int topics) {
        double[] sums = new double[topics];
        double sum = 0;
        for (int i = 0; i < topics; i++) {
            sum += share(i);
            sums[i] = sum;
        }
        return sums;
    }

    /// The share of a topic, up to a factor that all have in common.
    static double share(int topic) {
        return 1.0 / (topic + 4);
    }

    /// A topic, by how many care for it.
    static int topic(Dice dice) {
        return place(CUMULATIVE, dice.unit() * CUMULATIVE[CUMULATIVE.length - 1]);
    }

    /// The first place whose running sum is above this point.
    static int place(double[] sums, double point) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > point) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
