package dev.upswell.numeric;

import java.util.Arrays;

/// The median of a changing multiset of numbers.
///
/// **cost** O(log n) to find a place and a block move of at most 8n bytes to keep order: fastest for up to some thousands.
public final class RollingMedian {

    private long[] ascending = new long[16];
    private int size;

    /// Takes a number in.
    public void add(long value) {
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * size);
        }
        int at = place(value);
        System.arraycopy(ascending, at, ascending, at + 1, size - at);
        ascending[at] = value;
        size++;
    }

    /// Takes out one occurrence of a number that was taken in before.
    public void remove(long value) {
        int at = Arrays.binarySearch(ascending, 0, size, value);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "value (" + value + ") must be held\nMaybe it was removed before.");
        }
        System.arraycopy(ascending, at + 1, ascending, at, size - at - 1);
        size--;
    }

    /// How many numbers are held.
    public int size() {
        return size;
    }

    /// The median; of an even number of values the mean of the middle two.
    ///
    /// **errors** `IllegalStateException` where nothing is held
    public double median() {
        if (size == 0) {
            throw new IllegalStateException("median (of 0 values) needs a value\nMaybe ask size() first.");
        }
        return (ascending[(size - 1) / 2] + (double) ascending[size / 2]) / 2;
    }

    private int place(long value) {
        int found = Arrays.binarySearch(ascending, 0, size, value);
        return found >= 0 ? found : -found - 1;
    }
}
