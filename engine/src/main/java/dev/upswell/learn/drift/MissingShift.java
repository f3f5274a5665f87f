package dev.upswell.learn.drift;

/// How the share of rows without a value moved.
///
/// @param before at training [0..1]
/// @param now in the window [0..1]
/// @param usual 95th percentile of the change in past windows; 0 where the past was too short to tell
/// @param pValue probability of such a change without drift, by effective rows
/// @param qValue lowest false-discovery rate at which it is a finding
public record MissingShift(double before, double now, double usual, double pValue, double qValue) {

    /// The change in size beyond what the past explains, never below 0.
    public double excess() {
        return Math.max(0, Math.abs(now - before) - usual);
    }

    MissingShift withQValue(double found) {
        return new MissingShift(before, now, usual, pValue, found);
    }
}
