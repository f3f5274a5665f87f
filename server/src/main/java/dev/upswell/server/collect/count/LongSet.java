package dev.upswell.server.collect.count;

import java.util.Arrays;

/// A growing set of 64-bit hashes by open addressing: 16 bytes or less an element, where a boxed set takes 50.
public final class LongSet {

    private static final double FILL = 0.6;
    private long[] slots = new long[1 << 10];
    private int size;
    private boolean hasZero;

    /// Adds a hash; false when it was there already.
    boolean add(long hash) {
        if (hash == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        if (size >= slots.length * FILL) {
            grow();
        }
        int at = slot(slots, hash);
        if (slots[at] == hash) {
            return false;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> slots[slot(slots, hash)] = hash);
    }

    private static int slot(long[] slots, long hash) {
        int mask = slots.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (slots[at] != 0 && slots[at] != hash) {
            at = at + 1 & mask;
        }
        return at;
    }
}
