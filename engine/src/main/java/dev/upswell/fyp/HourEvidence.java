package dev.upswell.fyp;

import org.jspecify.annotations.Nullable;

/// What an hour of the week may be expected to bring, and how sure that is.
///
/// @param videos posted in it in the last eight weeks and a day old; 0 where nobody posted
/// @param median their score, the median of each week averaged with newer weeks counting more [0..100]; null without videos
/// @param expected the same, drawn towards that of all hours the more the fewer videos there are [0..100]; without videos that
///        of all hours; null where no hour is known
/// @param error how far `expected` may be off: its standard error [points]; null where fewer than [WeekEvidence#LEAST] videos
///        are known in all hours together
/// @param velocity what its videos brought over their first 15 minutes, in the sense of `median` [views/min]; null where none was read
public record HourEvidence(Slot slot, int videos, @Nullable Double median, @Nullable Double expected,
        @Nullable Double error, @Nullable Double velocity) {

    /// Nine of ten intervals of this many standard errors to either side hold the truth.
    private static final double NINE_OF_TEN = 1.645;

    /// The low end of the 90 % interval around what is expected [0..100]; null where there is none.
    public @Nullable Double low() {
        return expected == null || error == null ? null : Math.max(0, expected - NINE_OF_TEN * error);
    }

    /// The high end of the 90 % interval around what is expected [0..100]; null where there is none.
    public @Nullable Double high() {
        return expected == null || error == null ? null : Math.min(100, expected + NINE_OF_TEN * error);
    }
}
