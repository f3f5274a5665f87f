package dev.upswell.numeric;

import java.util.Arrays;

/// The Gini coefficient of a changing multiset of amounts, equal to that of [Concentration#gini] to the last bit.
///
/// **cost** one pass over the amounts held, without sorting them anew: for some dozens of amounts
public final class RollingGini {

    private long[] ascending = new long[8];
    private int size;
    private long sum;

    /// Takes an amount in. **range** ≥ 0
    public void add(long amount) {
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * size);
        }
        int at = size;
        while (at > 0 && ascending[at - 1] > amount) {
            ascending[at] = ascending[at - 1];
            at--;
        }
        ascending[at] = amount;
        size++;
        sum += amount;
    }

    /// Takes out one occurrence of an amount that was taken in before.
    public void remove(long amount) {
        int at = Arrays.binarySearch(ascending, 0, size, amount);
        if (at < 0) {
            throw new IllegalArgumentException("amount (" + amount + ") must be held\nMaybe it was removed before.");
        }
        size--;
        System.arraycopy(ascending, at + 1, ascending, at, size - at);
        sum -= amount;
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
        return Concentration.giniOfAscending(ascending, size, sum);
    }
}
