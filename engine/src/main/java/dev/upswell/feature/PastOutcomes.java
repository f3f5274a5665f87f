package dev.upswell.feature;

import dev.upswell.numeric.LowerBound;

/// What had come of one entity's earlier cuts, as far as it was known at the cut in question.
///
/// **units** log growth over the horizon · **shape** parallel arrays in order of time.
public final class PastOutcomes {

    /// No outcome known.
    public static final PastOutcomes NONE = of(new long[0], new long[0], new double[0], new double[0]);

    private final long[] cutSeconds;
    /// When each outcome and all before it were known.
    private final long[] knownSeconds;
    private final double[] growths;
    private final double[] bars;
    private final int size;

    private PastOutcomes(long[] cutSeconds, long[] knownSeconds, double[] growths, double[] bars, int size) {
        this.cutSeconds = cutSeconds;
        this.knownSeconds = knownSeconds;
        this.growths = growths;
        this.bars = bars;
        this.size = size;
    }

    /// All outcomes of an entity, whenever they became known.
    ///
    /// @param cutSeconds ascending
    /// @param knownSeconds when the outcome of each cut became known
    /// @param bars the final bar of each cut
    public static PastOutcomes of(long[] cutSeconds, long[] knownSeconds, double[] growths, double[] bars) {
        long[] allKnown = knownSeconds.clone();
        for (int i = 1; i < allKnown.length; i++) {
            allKnown[i] = Math.max(allKnown[i], allKnown[i - 1]);
        }
        return new PastOutcomes(cutSeconds, allKnown, growths, bars, cutSeconds.length);
    }

    /// Those of the cuts before the first whose outcome was not known at this second.
    public PastOutcomes knownAt(long epochSecond) {
        return new PastOutcomes(cutSeconds, knownSeconds, growths, bars,
                LowerBound.of(size, i -> knownSeconds[i] <= epochSecond));
    }

    /// How many there are.
    public int size() {
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

    /// Growth less the bar of outcome `index`.
    public double excessAt(int index) {
        return growths[index] - bars[index];
    }
}
