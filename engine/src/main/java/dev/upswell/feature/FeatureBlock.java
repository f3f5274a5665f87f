package dev.upswell.feature;

import java.util.List;

/// A few features that are computed together from what was known of one entity at a cut.
public interface FeatureBlock {

    /// The features in the order in which [#fill] writes them.
    List<FeatureDefinition> definitions();

    /// Writes the block's values from `offset` on.
    void fill(Known known, float[] row, int offset);
}
