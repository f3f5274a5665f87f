package dev.upswell.pattern;

/// What models say of one column: how many of the four point at it, and in which direction.
///
/// @param above whether engagement is higher above its thresholds
/// @param votes 1 to 4
record Vote(int column, boolean above, int votes) {
}
