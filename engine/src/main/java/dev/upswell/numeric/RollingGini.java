package dev.upswell.numeric;

import java.util.Arrays;

/// The Gini coefficient of a changing multiset of amounts, equal to that of [Concentration#gini] to the last bit as long as
/// that adds up exactly.
///
/// **range** amounts ≥ 0 whose sum times their number is below 2⁶³ · **cost** a pass over the larger amounts held to take one
/// in or out, a division to ask: for some dozens of amounts
public final class RollingGini {

    private long[] ascending = new long[8];
    private int size;
    private long sum;
    /// The sum of all amounts, each times its rank from 1 on: all that the coefficient needs beside the sum.
    private long ranked;

    /// Takes an amount in. **range** ≥ 0
    public void add(long amount) {
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * size);
        }
        int at = size;
        while (at > 0 && ascending[at - 1] > amount) {
            ascending[at] = ascending[at - 1];
            ranked += ascending[at]; // its rank grows by one
            at--;
        }
        ascending[at] = amount;
        size++;
        sum += amount;
        ranked += amount * (at + 1);
    }

    /// Takes out one occurrence of an amount that was taken in before.
    public void remove(long amount) {
        int at = size - 1;
        long above = 0;
        while (at >= 0 && ascending[at] > amount) {
            above += ascending[at--];
        }
        if (at < 0 || ascending[at] != amount) {
            throw new IllegalArgumentException("amount (" + amount + ") must be held\nMaybe it was removed before.");
        }
        size--;
        System.arraycopy(ascending, at + 1, ascending, at, size - at);
        sum -= amount;
        ranked -= above + amount * (at + 1);
    }

    /// How many amounts are held.
    public int size() {
        return size;
    }

    /// The amounts together.
    public long sum() {
        return sum;
    }

    /// The Gini coefficient. **range** [0, 1 − 1/n]: 0 when all are equal
    ///
    /// **errors** `IllegalArgumentException` where the sum is 0
    public double gini() {
        if (sum <= 0) {
            throw new IllegalArgumentException(
                    "sum of amounts (" + sum + ") must be positive\nMaybe nothing was gained in the window.");
        }
        return (2 * ranked - (size + 1) * sum) / (size * (double) sum);
    }
}
