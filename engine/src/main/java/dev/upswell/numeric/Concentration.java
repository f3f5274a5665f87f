package dev.upswell.numeric;

import java.util.Arrays;

/// How unevenly an amount is spread over its holders.
public final class Concentration {

    private Concentration() {
    }

    /// The Gini coefficient of these amounts.
    ///
    /// **range** [0, 1 − 1/n]: 0 when all are equal; amounts ≥ 0 with a positive sum · **cost** O(n log n)
    public static double gini(long[] amounts) {
        long[] ascending = amounts.clone();
        Arrays.sort(ascending);
        long sum = 0;
        for (long amount : ascending) {
            sum += amount;
        }
        requirePositive(sum);
        int n = ascending.length;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
        }
        return Math.max(0, weighted / (n * (double) sum));
    }

    /// The Simpson diversity of these amounts: 1 minus the sum of squared shares.
    ///
    /// **range** [0, 1): 0 when one holder has all; amounts ≥ 0 with a positive sum
    public static double simpson(long[] amounts) {
        double sum = requirePositive(Arrays.stream(amounts).sum());
        double squares = 0;
        for (long amount : amounts) {
            squares += amount / sum * (amount / sum);
        }
        return Math.clamp(1 - squares, 0, 1);
    }

    private static long requirePositive(long sum) {
        if (sum <= 0) {
            throw new IllegalArgumentException(
                    "sum of amounts (" + sum + ") must be positive\nMaybe nothing was gained in the window.");
        }
        return sum;
    }
}
