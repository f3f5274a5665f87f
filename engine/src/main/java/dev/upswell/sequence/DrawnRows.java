package dev.upswell.sequence;

import dev.upswell.numeric.SplitMix;
import java.util.Arrays;

/// Which of many labelled rows a training looks at, and what each stands for.
///
/// Rare positives are kept as long as they fill at most half; the others are drawn, and each weighs as much as those that it
/// stands for. Chosen by a hash of cut and entity, so neither the order of the rows nor a later one changes what is drawn of
/// the others at the same shares.
///
/// @param indices ascending
/// @param weights at least 1 each
public record DrawnRows(int[] indices, float[] weights) {

    /// At most about `most` rows of these.
    ///
    /// @param entities a number per row that tells its entity
    public static DrawnRows of(float[] labels, long[] cuts, int[] entities, int most) {
        int positives = 0;
        for (float label : labels) {
            positives += label > 0 ? 1 : 0;
        }
        int others = labels.length - positives;
        int positivesKept = Math.min(positives, Math.max(most / 2, most - others));
        double positiveShare = positives == 0 ? 1 : Math.min(1, (double) positivesKept / positives);
        double otherShare = others == 0 ? 1 : Math.min(1, (double) (most - positivesKept) / others);
        int[] indices = new int[labels.length];
        float[] weights = new float[labels.length];
        int size = 0;
        for (int i = 0; i < labels.length; i++) {
            double share = labels[i] > 0 ? positiveShare : otherShare;
            if (SplitMix.unit(SplitMix.mix((cuts[i] * 31 + entities[i]) * SplitMix.GOLDEN)) < share) {
                indices[size] = i;
                weights[size++] = (float) (1 / share);
            }
        }
        return new DrawnRows(Arrays.copyOf(indices, size), Arrays.copyOf(weights, size));
    }
}
