package dev.upswell.forecast.reach;

import java.util.List;

/// A few features of a video that are computed together.
interface ReachBlock {

    /// The features in the order in which [#fill] writes them.
    List<ReachFeature> features();

    /// Writes the block's values from `offset` on.
    void fill(ReachMoment moment, float[] row, int offset);
}
