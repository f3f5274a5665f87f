package dev.upswell.feature;

import java.util.List;
import java.util.function.ToIntFunction;

/// A few features that are computed for all entities of a cut together, from features that stand before them.
public interface CutBlock {

    /// The features that [#fill] writes.
    List<FeatureDefinition> definitions();

    /// Writes the block's values into every row.
    ///
    /// @param column where the feature of this name stands in a row
    void fill(float[][] rows, ToIntFunction<String> column);
}
