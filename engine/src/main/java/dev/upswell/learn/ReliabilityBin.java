package dev.upswell.learn;

/// One point of a reliability plot: what was said, and what came.
///
/// @param predicted mean probability
/// @param observed share of positives
/// @param pairs how many pairs stand behind it (fractional where equal probabilities span two bins)
public record ReliabilityBin(double predicted, double observed, double pairs) {
}
