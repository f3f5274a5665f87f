package dev.upswell.feature;

import java.util.List;

/// A few features that are computed together from what was known of one entity at a cut.
public interface FeatureBlock {

    /// The features in the order in which [#fill] writes them.
    List<FeatureDefinition> definitions();

    /// Writes the block's values from `offset` on.
    void fill(Known known, float[] row, int offset);

    /// A block whose values rest on constants that were learnt from readings, never from labels.
    ///
    /// Before anything was learnt its values are missing. What was learnt is part of the model: it is stored with it, and learnt
    /// anew with each training from what was known then.
    interface Learning extends FeatureBlock {

        /// This block with constants learnt from what was known of these entities at one cut.
        ///
        /// **absence** where they tell too little the block stays as it is, and its values missing · the same readings give the
        /// same constants
        Learning learn(List<Companions> entities);

        /// The constants as bytes; none before anything was learnt.
        byte[] learnt();

        /// This block with the constants in these bytes.
        ///
        /// **errors** `IllegalArgumentException` when they are damaged
        Learning with(byte[] learnt);

        /// The constants in words, for the record of a model; empty before anything was learnt.
        String inWords();
    }
}
