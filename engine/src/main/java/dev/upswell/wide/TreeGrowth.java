package dev.upswell.wide;

/// How regression trees grow.
///
/// @param depth most splits from the root to a leaf
/// @param leastLeaf fewest rows on either side of a split, among those with a value
/// @param tried share of columns that each split looks at, above 0, 1 for all
public record TreeGrowth(int depth, int leastLeaf, double tried) {
}
