package dev.upswell.server.recommend.index;

/// Keys, open-addressed at most half full.
final class KeySet {

    private final long[] slots;
    private final int mask;
    private boolean zero;

    KeySet(int size) {
        slots = new long[Math.max(4, Integer.highestOneBit(Math.max(1, size)) << 2)];
        mask = slots.length - 1;
    }

    void add(long key) {
        if (key == 0) {
            zero = true;
            return;
        }
        int slot = (int) key & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = key;
    }

    boolean contains(long key) {
        if (key == 0) {
            return zero;
        }
        int slot = (int) key & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == key) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }
}
