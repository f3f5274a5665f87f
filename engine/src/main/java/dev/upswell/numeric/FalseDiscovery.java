package dev.upswell.numeric;

import java.util.Arrays;
import java.util.Comparator;

/// Control of the expected share of false findings among many tests.
///
/// **source** Benjamini and Hochberg, Controlling the false discovery rate (1995); valid for independent tests and for positively
/// dependent ones (Benjamini and Yekutieli, 2001).
public final class FalseDiscovery {

    private FalseDiscovery() {
    }

    /// For each p-value the lowest false-discovery rate at which its test would still be a finding, in the order given.
    ///
    /// **range** 0..1, never below the p-value · **absence** a test not made is left out by the caller · **cost** O(n log n)
    public static double[] adjusted(double[] pValues) {
        int tests = pValues.length;
        Integer[] order = new Integer[tests];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
        double[] adjusted = new double[tests];
        double lowest = 1;
        for (int rank = tests; rank >= 1; rank--) {
            int test = order[rank - 1];
            if (!(pValues[test] >= 0 && pValues[test] <= 1)) {
                throw new IllegalArgumentException("p-value (" + pValues[test]
                        + ") must lie in [0, 1]\nMaybe a test that was not made is among them.");
            }
            lowest = Math.min(lowest, pValues[test] * tests / rank);
            adjusted[test] = lowest;
        }
        return adjusted;
    }
}
