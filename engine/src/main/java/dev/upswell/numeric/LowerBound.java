package dev.upswell.numeric;

import java.util.function.IntPredicate;

/// Finds a border in an ordered sequence by halving.
public final class LowerBound {

    private LowerBound() {
    }

    /// The first index in [0, size) of which `before` does not hold; `size` when it holds of all.
    ///
    /// **cost** O(log size)
    ///
    /// @param before holds of a first part of the sequence and of nothing after it
    public static int of(int size, IntPredicate before) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
