package dev.upswell.numeric;

/// The median of a changing multiset of numbers.
///
/// **cost** O(log n) to find a place, and a block move of at most 4n bytes to keep order: fastest for up to some thousands. A
/// number near the one before, or near an end, costs next to nothing, as where a series slowly falls.
public final class RollingMedian {

    private static final int FIRST_ROOM = 32;

    /// In ascending order, with room on both sides, so that the fewer numbers make place for a new one.
    private long[] held = new long[FIRST_ROOM];
    private int from = FIRST_ROOM / 2;
    private int until = FIRST_ROOM / 2;
    /// Where the last number was put or taken out: the next is sought from here.
    private int near = from;

    /// Takes a number in.
    public void add(long value) {
        if (from == 0 || until == held.length) {
            moveToTheMiddle();
        }
        int at = place(value);
        if (at - from < until - at) {
            System.arraycopy(held, from, held, from - 1, at - from);
            from--;
            at--;
        } else {
            System.arraycopy(held, at, held, at + 1, until - at);
            until++;
        }
        held[at] = value;
        near = at;
    }

    /// Takes out one occurrence of a number that was taken in before.
    public void remove(long value) {
        int at = place(value);
        if (at == until || held[at] != value) {
            throw new IllegalArgumentException(
                    "value (" + value + ") must be held\nMaybe it was removed before.");
        }
        if (at - from < until - at) {
            System.arraycopy(held, from, held, from + 1, at - from);
            from++;
        } else {
            System.arraycopy(held, at + 1, held, at, until - at - 1);
            until--;
        }
        near = Math.clamp(at, from, until);
    }

    /// How many numbers are held.
    public int size() {
        return until - from;
    }

    /// The median; of an even number of values the mean of the middle two.
    ///
    /// **errors** `IllegalStateException` where nothing is held
    public double median() {
        int size = size();
        if (size == 0) {
            throw new IllegalStateException("median (of 0 values) needs a value\nMaybe ask size() first.");
        }
        return (held[from + (size - 1) / 2] + (double) held[from + size / 2]) / 2;
    }

    private void moveToTheMiddle() {
        int size = size();
        long[] to = new long[Math.max(FIRST_ROOM, 4 * size)];
        int first = (to.length - size) / 2;
        System.arraycopy(held, from, to, first, size);
        near += first - from;
        held = to;
        from = first;
        until = first + size;
    }

    /// The first place whose number is not below `value`: in steps that double, away from the last place, then by halving.
    private int place(long value) {
        int low = near;
        int high = near;
        for (int step = 1; low > from && held[low - 1] >= value; step *= 2) {
            high = low - 1;
            low = Math.max(from, low - step);
        }
        for (int step = 1; high < until && held[high] < value; step *= 2) {
            low = high + 1;
            high = Math.min(until, high + step);
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (held[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
