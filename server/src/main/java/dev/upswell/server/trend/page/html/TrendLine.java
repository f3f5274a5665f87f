package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Sparkline;
import org.jspecify.annotations.Nullable;

/// One line of the ranked table as it is shown.
///
/// @param page the address of the entity's page
/// @param rows the address of the metric rows behind its numbers
/// @param momentum how far the bar goes, 0–1; null when unknown
/// @param chance the probability; a dash when there is none
/// @param summary what moved the probability most, in a sentence; null when nothing is known of it
/// @param range the interval under it; null when there is none
record TrendLine(int rank, Subject subject, String name, String page, String rows, String why, Sparkline line,
        Figures figures, @Nullable Double momentum, Shown chance, @Nullable String range,
        @Nullable String summary) {

    /// The numbers of the line.
    record Figures(Shown gained, Shown growth, Shown momentum, Shown novelty) {
    }

    /// The bar's length in whole percent.
    public int bar() {
        return momentum == null ? 0 : (int) Math.round(100 * Math.clamp(momentum, 0, 1));
    }
}
