package dev.upswell.sequence;

import dev.upswell.numeric.LowerBound;

/// Rows whose outcome is known, in order of their cuts.
///
/// @param labels 0 or 1
/// @param weights how much each row counts; above 0
/// @param cuts epoch seconds, ascending
public record LabelledSequences(SequenceRows rows, float[] labels, float[] weights, long[] cuts) {

    public LabelledSequences {
        if (labels.length != rows.size() || weights.length != rows.size() || cuts.length != rows.size()) {
            throw new IllegalArgumentException("labelled sequences (" + rows.size() + " rows, " + labels.length
                    + " labels, " + weights.length + " weights, " + cuts.length
                    + " cuts) must have one of each per row\nMaybe a filter missed an array.");
        }
    }

    /// How many rows come before the latest `share` of the distinct cuts: those are trained on, the others say when to stop.
    int before(double share) {
        int distinct = 0;
        for (int i = 0; i < cuts.length; i++) {
            distinct += i == 0 || cuts[i] != cuts[i - 1] ? 1 : 0;
        }
        int kept = distinct - (int) Math.ceil(distinct * share);
        int seen = 0;
        for (int i = 0; i < cuts.length; i++) {
            seen += i == 0 || cuts[i] != cuts[i - 1] ? 1 : 0;
            if (seen > kept) {
                long border = cuts[i];
                return LowerBound.of(cuts.length, row -> cuts[row] < border);
            }
        }
        return cuts.length;
    }
}
