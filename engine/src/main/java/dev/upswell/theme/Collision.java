package dev.upswell.theme;

import dev.upswell.numeric.Overlap;

/// Two subjects that the same creators take up, more of them than chance gives, while both rise.
///
/// It tells that they share creators and time, and not that one does anything to the other.
///
/// @param one the subject that comes first by its text
/// @param other the other one
/// @param creators of both within four weeks, beside chance among creators that are as busy
/// @param togetherBy creators of both who carry both in one video
/// @param p largest of the probabilities that chance alone gives such an overlap, such a rise of the one, and such a rise of the other
/// @param adjusted false-discovery rate at which the pair is still a finding, among all pairs that were tested
public record Collision(Rise one, Rise other, Overlap creators, int togetherBy, Manner manner, double p,
        double adjusted) {

    /// How creators of both carry them.
    public enum Manner {
        /// Most carry both in one video: the two become one subject.
        TOGETHER,
        /// Most carry them in videos of their own: the two compete for the same creators.
        APART,
        /// Too few creators to say.
        OPEN
    }

    /// How a subject moved.
    ///
    /// @param creators of the last four weeks
    /// @param lastWeek creators who carried it in the last seven days
    /// @param weekBefore creators who did in the seven days before
    /// @param p probability that chance gives such a rise of its share among active creators
    public record Rise(String subject, int creators, int lastWeek, int weekBefore, double p) {
    }
}
