package dev.upswell.trial;

import java.util.Optional;

/// What the videos of an ended trial count for in the next search.
///
/// @param weight 2.0 where the pattern was validated; 1.0, as any other video, where it was rejected: how little they are engaged with says itself
/// that it does not work
/// @param positive whether the pattern was validated; changes nothing of what they count
public record TrialWeight(double weight, boolean positive) {

    /// The weight by a verdict; empty while there is not enough evidence: then nothing was learnt.
    public static Optional<TrialWeight> of(Verdict verdict) {
        return of(verdict.word());
    }

    /// The same by the word of a verdict.
    public static Optional<TrialWeight> of(String verdict) {
        return switch (verdict) {
            case "validated" -> Optional.of(new TrialWeight(2.0, true));
            case "rejected" -> Optional.of(new TrialWeight(1.0, false));
            default -> Optional.empty();
        };
    }
}
