package dev.upswell.ranking;

/// Tells how much a person is expected to like each of some items, by what many people did.
public interface ItemScorer {

    /// One score an item, higher is better; 0 where nothing is known of the person or the item.
    ///
    /// @param person number of a person, known or not
    /// @param items numbers of items, known or not
    double[] scores(int person, int[] items);
}
