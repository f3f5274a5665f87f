package dev.upswell.trend;

import java.util.Arrays;

/// Views gained by creator and by sound in one window, and the top of each.
final class TopHolders {

    /// How many creators, and how many sounds, count as the top.
    private static final int TOP = 10;

    private final long[] creators;
    private final long[] sounds;
    private boolean anyCreator;
    private long total;

    TopHolders(int creatorCount, int soundCount) {
        creators = new long[creatorCount];
        sounds = new long[soundCount];
    }

    void clear() {
        Arrays.fill(creators, 0);
        Arrays.fill(sounds, 0);
        anyCreator = false;
        total = 0;
    }

    /// Counts views of a video of this creator and sound; a negative index is an unknown one.
    void add(int creator, int sound, long views) {
        total += views;
        if (creator >= 0) {
            creators[creator] += views;
            anyCreator = true;
        }
        if (sound >= 0) {
            sounds[sound] += views;
        }
    }

    /// Whether any views were gained.
    boolean any() {
        return total > 0;
    }

    /// Whether the creators of at least half of the views are known.
    boolean knowsCreators() {
        return anyCreator && 2 * creatorTotal() >= total;
    }

    /// Whether the creators of at least half of the views are known, or the sounds of as many.
    boolean knowsHolders() {
        return 2 * Math.max(sum(creators), sum(sounds)) >= total;
    }

    long[] creators() {
        return creators;
    }

    long creatorTotal() {
        return sum(creators);
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long views : amounts) {
            sum += views;
        }
        return sum;
    }

    long topCreator() {
        long top = 0;
        for (long views : creators) {
            top = Math.max(top, views);
        }
        return top;
    }

    /// How many creators gained views.
    int holdingCreators() {
        int holding = 0;
        for (long views : creators) {
            holding += views > 0 ? 1 : 0;
        }
        return holding;
    }

    /// The Jaccard distance between the top creators and sounds here and there.
    double distanceFrom(TopHolders other) {
        int[] creatorsHere = top(creators);
        int[] creatorsThere = top(other.creators);
        int[] soundsHere = top(sounds);
        int[] soundsThere = top(other.sounds);
        int shared = shared(creatorsHere, creatorsThere) + shared(soundsHere, soundsThere);
        int all = creatorsHere.length + creatorsThere.length + soundsHere.length + soundsThere.length - shared;
        return 1 - (double) shared / all;
    }

    /// The indices of the largest positive amounts; of equal ones the lower indices.
    private static int[] top(long[] amounts) {
        int[] top = new int[TOP];
        int size = 0;
        for (int i = 0; i < amounts.length; i++) {
            int at = size;
            while (at > 0 && amounts[top[at - 1]] < amounts[i]) {
                at--;
            }
            if (amounts[i] > 0 && at < TOP) {
                size = Math.min(TOP, size + 1);
                System.arraycopy(top, at, top, at + 1, size - at - 1);
                top[at] = i;
            }
        }
        return Arrays.copyOf(top, size);
    }

    private static int shared(int[] first, int[] second) {
        int shared = 0;
        for (int a : first) {
            for (int b : second) {
                shared += a == b ? 1 : 0;
            }
        }
        return shared;
    }
}
