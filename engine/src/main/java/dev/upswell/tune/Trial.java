package dev.upswell.tune;

/// What one candidate reached.
///
/// @param folds on how many of the choosing parts it was judged before it was dropped
/// @param prAuc over all of those together
public record Trial<C>(C candidate, int folds, double prAuc) {
}
