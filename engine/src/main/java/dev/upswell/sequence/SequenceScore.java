package dev.upswell.sequence;

/// What a sequence model says of one row.
///
/// @param probability mean over the Monte-Carlo passes, before any calibration; in (0, 1)
/// @param spread standard deviation of the passes' log-odds: how much the answer hangs on single units
public record SequenceScore(double probability, double spread) {
}
