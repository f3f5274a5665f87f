package dev.upswell.segment;

/// A segment that one half of the entities chose and the other confirmed.
///
/// @param chosen by the half that chose it: too large on average, for it was chosen by it
/// @param confirmed by the other half, which is the figure to believe
/// @param adjusted p of the confirmation with all that were chosen taken into account (Holm)
public record Weakness(Segment segment, Fault fault, Measured chosen, Measured confirmed, double adjusted) {
}
