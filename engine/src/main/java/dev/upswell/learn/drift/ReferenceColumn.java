package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.Surprise;
import dev.upswell.numeric.QuantileBins;

/// What a training keeps of one column.
///
/// @param usualPsi 95th percentile of the stability index of past windows against the rest; 0 when the past was too short for any
/// @param usualMissing the same for the change of the missing share
record ReferenceColumn(String name, QuantileBins edges, Cells cells, ColumnCounts counts, Surprise surprise,
        double usualPsi, double usualMissing) {

    static ReferenceColumn of(String name, QuantileBins edges, ColumnCounts counts, double usualPsi,
            double usualMissing) {
        return new ReferenceColumn(name, edges, Cells.of(counts.bins()), counts,
                Surprise.of(counts.bins(), counts.unknown()), usualPsi, usualMissing);
    }

    /// How surprising the column was at training, on average [millionths of a nat].
    long usualSurprise() {
        long sum = counts.unknown() * surprise.ofBin()[edges.count()];
        for (int bin = 0; bin < counts.bins().length; bin++) {
            sum += (long) counts.bins()[bin] * surprise.ofBin()[bin];
        }
        return sum / Math.max(1, counts.known() + counts.unknown());
    }

    /// The bin of a value, or the number of bins for a missing one.
    int binOf(float value) {
        return Float.isFinite(value) ? edges.of(value) : edges.count();
    }
}
