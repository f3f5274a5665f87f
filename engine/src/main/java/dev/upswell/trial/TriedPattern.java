package dev.upswell.trial;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import java.util.Optional;

/// A pattern with what its trial said of it, for the next search.
///
/// @param choice what was tried
/// @param bucket for which length
public record TriedPattern(Choice choice, DurationBucket bucket, Verdict verdict) {

    /// What its videos count for in the next training.
    ///
    /// @param weight 2.0 where the pattern was validated, 1.0 where it was rejected
    /// @param positive whether they are examples of what to do; false makes them examples of what not to
    public record Weight(double weight, boolean positive) {
    }

    /// How it weighs; empty while there is not enough evidence: then nothing was learnt.
    public Optional<Weight> weight() {
        return weightOf(verdict);
    }

    /// How a pattern of this verdict weighs; empty while there is not enough evidence.
    public static Optional<Weight> weightOf(Verdict verdict) {
        return weightOf(verdict.word());
    }

    /// The same by the word of a verdict.
    public static Optional<Weight> weightOf(String verdict) {
        return switch (verdict) {
            case "validated" -> Optional.of(new Weight(2.0, true));
            case "rejected" -> Optional.of(new Weight(1.0, false));
            default -> Optional.empty();
        };
    }
}
