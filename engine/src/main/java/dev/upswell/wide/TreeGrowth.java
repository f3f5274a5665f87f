package dev.upswell.wide;

/// How regression trees grow.
///
/// @param depth most splits from the root to a leaf
/// @param leastLeaf fewest rows on either side of a split, among those with a value
/// @param tried share of columns that each split looks at, above 0, 1 for all
/// @param competing of how many columns the gain counts at each split: 1 for the best alone, more for those that would have done nearly
///        as well, of which a tree on few rows takes one rather by chance
public record TreeGrowth(int depth, int leastLeaf, double tried, int competing) {
}
