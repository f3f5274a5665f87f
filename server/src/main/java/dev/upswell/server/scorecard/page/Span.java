package dev.upswell.server.scorecard.page;

import dev.upswell.scorecard.KpiScore.Level;
import org.jspecify.annotations.Nullable;

/// A score and what it could be, as a bar of 100 by 10 draws it.
///
/// @param from the worst, in percent
/// @param width from the worst to the best, in percent
/// @param at where the score stands, in percent; null when nothing is known
record Span(double from, double width, @Nullable Double at) {

    private static final double WHOLE = 100;
    /// Half the width of the mark.
    private static final double HALF = 1;

    static Span of(double worst, double best, @Nullable Double score) {
        return new Span(rounded(worst), rounded(best - worst),
                score == null ? null : (Double) (Math.clamp(rounded(score), HALF, WHOLE - HALF) - HALF));
    }

    /// Whether the worst and the best are of one level.
    public boolean sure() {
        return Level.of(from / WHOLE) == Level.of((from + width) / WHOLE);
    }

    private static double rounded(double share) {
        return Math.round(Math.clamp(share, 0, 1) * WHOLE * 10) / 10.0;
    }
}
