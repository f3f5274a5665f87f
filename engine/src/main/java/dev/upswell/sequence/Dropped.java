package dev.upswell.sequence;

import dev.upswell.numeric.SplitMix;

/// Which units a pass leaves out: 0 for those, and what makes up for them for the others.
///
/// @param before of state and embedding
/// @param after of the layer behind them
record Dropped(float[] before, float[] after) {

    static Dropped of(int before, int after, double share, long seed, long pass) {
        long stream = SplitMix.mix(seed + (pass + 1) * SplitMix.GOLDEN);
        float[] first = new float[before];
        float[] second = new float[after];
        fill(first, share, stream);
        fill(second, share, SplitMix.mix(stream));
        return new Dropped(first, second);
    }

    /// Fills a table of many rows at once, each with its own choice.
    static void fill(float[] kept, double share, long stream) {
        float made = (float) (1 / (1 - share));
        long at = stream;
        for (int i = 0; i < kept.length; i++) {
            at += SplitMix.GOLDEN;
            kept[i] = SplitMix.unit(SplitMix.mix(at)) < share ? 0 : made;
        }
    }
}
