package dev.upswell.feature;

import java.util.Arrays;

/// What had come of one entity's earlier cuts, as far as their horizon had elapsed at the cut in question.
///
/// **units** log growth over the horizon · **shape** parallel arrays in order of time.
public final class PastOutcomes {

    /// No outcome known.
    public static final PastOutcomes NONE = new PastOutcomes(new long[0], new double[0], new double[0], 0);

    private final long[] cutSeconds;
    private final double[] growths;
    private final double[] bars;
    private final int size;

    private PastOutcomes(long[] cutSeconds, double[] growths, double[] bars, int size) {
        this.cutSeconds = cutSeconds;
        this.growths = growths;
        this.bars = bars;
        this.size = size;
    }

    /// All outcomes of an entity, whenever they became known.
    ///
    /// @param cutSeconds ascending
    /// @param bars the final bar of each cut
    public static PastOutcomes of(long[] cutSeconds, double[] growths, double[] bars) {
        return new PastOutcomes(cutSeconds, growths, bars, cutSeconds.length);
    }

    /// Those whose horizon had elapsed at this second.
    public PastOutcomes knownAt(long epochSecond, long horizonSeconds) {
        int found = Arrays.binarySearch(cutSeconds, 0, size, epochSecond - horizonSeconds);
        return new PastOutcomes(cutSeconds, growths, bars, found >= 0 ? found + 1 : -found - 1);
    }

    int size() {
        return size;
    }

    long cutSecondAt(int index) {
        return cutSeconds[index];
    }

    double growthAt(int index) {
        return growths[index];
    }

    boolean positiveAt(int index) {
        return growths[index] > bars[index] && growths[index] > 0;
    }

    double excessAt(int index) {
        return growths[index] - bars[index];
    }
}
