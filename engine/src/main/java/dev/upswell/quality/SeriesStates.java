package dev.upswell.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is remembered of series: their last reading, when they last moved, and how fast their leading counter grew.
///
/// At most twice a set number of series are remembered. When a generation is full a new one begins, and of the one before stays
/// what is read again; so in a stream sorted by series nothing is ever lost, and in any other the longest unread goes first.
///
/// **cost** 120 bytes a series
final class SeriesStates {

    /// Remembered paces of a series.
    static final int PACES = 12;
    private static final int FIRST = 1 << 8;
    private static final int LEAST_INDEX = 2;

    private final int most;
    private @Nullable SeriesStates before;
    private int size;
    private int[] index = new int[FIRST * LEAST_INDEX];
    private long[] keys = new long[FIRST];

    long[] second = new long[FIRST];
    long[] first = new long[FIRST];
    long[] moved = new long[FIRST];
    /// A print of all counters of the last reading.
    long[] prints = new long[FIRST];
    /// Which counter leads: the first that the series ever gave, in the order of [dev.upswell.timeline.Counter].
    byte[] leads = new byte[FIRST];
    long[] values = new long[FIRST];
    long[] steps = new long[FIRST];
    /// When the remembered value was read, which may be before the last reading.
    long[] valueSecond = new long[FIRST];
    float[] paces = new float[FIRST * PACES];
    int[] pacesSeen = new int[FIRST];

    SeriesStates(int most) {
        this.most = most;
    }

    /// The place of this series; a new one has not been read, so that [#isNew] holds.
    int place(long key) {
        int found = find(key);
        if (found >= 0) {
            return found;
        }
        if (size == most) {
            turn();
        }
        if (size == keys.length) {
            grow();
        }
        int place = size++;
        keys[place] = key;
        clear(place);
        put(key, place);
        if (before != null) {
            int old = before.find(key);
            if (old >= 0) {
                copy(before, old, place);
            }
        }
        return place;
    }

    boolean isNew(int place) {
        return first[place] == Long.MIN_VALUE;
    }

    /// How many series are remembered now.
    int size() {
        return size + (before == null ? 0 : before.size);
    }

    private void clear(int place) {
        first[place] = Long.MIN_VALUE;
        leads[place] = Byte.MAX_VALUE;
        pacesSeen[place] = 0;
        steps[place] = 0;
    }

    private void copy(SeriesStates from, int old, int place) {
        second[place] = from.second[old];
        first[place] = from.first[old];
        moved[place] = from.moved[old];
        prints[place] = from.prints[old];
        leads[place] = from.leads[old];
        values[place] = from.values[old];
        steps[place] = from.steps[old];
        valueSecond[place] = from.valueSecond[old];
        pacesSeen[place] = from.pacesSeen[old];
        System.arraycopy(from.paces, old * PACES, paces, place * PACES, PACES);
    }

    /// Begins a new generation with the arrays of the one before the last.
    private void turn() {
        SeriesStates old = before == null ? new SeriesStates(most) : before;
        old.swap(this);
        old.before = null;
        before = old;
        size = 0;
        Arrays.fill(index, 0);
    }

    private void swap(SeriesStates other) {
        int[] i = index;
        index = other.index;
        other.index = i;
        long[] l = keys;
        keys = other.keys;
        other.keys = l;
        l = second;
        second = other.second;
        other.second = l;
        l = first;
        first = other.first;
        other.first = l;
        l = moved;
        moved = other.moved;
        other.moved = l;
        l = values;
        values = other.values;
        other.values = l;
        l = steps;
        steps = other.steps;
        other.steps = l;
        l = valueSecond;
        valueSecond = other.valueSecond;
        other.valueSecond = l;
        l = prints;
        prints = other.prints;
        other.prints = l;
        byte[] b = leads;
        leads = other.leads;
        other.leads = b;
        float[] f = paces;
        paces = other.paces;
        other.paces = f;
        i = pacesSeen;
        pacesSeen = other.pacesSeen;
        other.pacesSeen = i;
        size = other.size;
    }

    private int find(long key) {
        int mask = index.length - 1;
        int at = slot(key) & mask;
        while (index[at] != 0) {
            int place = index[at] - 1;
            if (keys[place] == key) {
                return place;
            }
            at = at + 1 & mask;
        }
        return -1;
    }

    private void put(long key, int place) {
        int mask = index.length - 1;
        int at = slot(key) & mask;
        while (index[at] != 0) {
            at = at + 1 & mask;
        }
        index[at] = place + 1;
    }

    private static int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private void grow() {
        int room = keys.length * 2;
        keys = Arrays.copyOf(keys, room);
        second = Arrays.copyOf(second, room);
        first = Arrays.copyOf(first, room);
        moved = Arrays.copyOf(moved, room);
        prints = Arrays.copyOf(prints, room);
        leads = Arrays.copyOf(leads, room);
        values = Arrays.copyOf(values, room);
        steps = Arrays.copyOf(steps, room);
        valueSecond = Arrays.copyOf(valueSecond, room);
        paces = Arrays.copyOf(paces, room * PACES);
        pacesSeen = Arrays.copyOf(pacesSeen, room);
        index = new int[room * LEAST_INDEX];
        for (int place = 0; place < size; place++) {
            put(keys[place], place);
        }
    }
}
