package dev.upswell.server.trend.page;

import org.jspecify.annotations.Nullable;

/// How right past predictions were, over the last `days` days whose outcome is known.
///
/// @param surges null when no outcome is known
/// @param calls null when no outcome is known
/// @param comparison null when nothing was compared with a baseline
public record TrackRecord(int days, @Nullable Surges surges, @Nullable Calls calls, @Nullable Comparison comparison) {

    /// The surges that happened, and how many of them were called before they did.
    ///
    /// @param medianLeadHours hours from the first call to the surge, median over those caught; null when none was
    public record Surges(int happened, int caughtEarly, @Nullable Double medianLeadHours) {
    }

    /// The calls that were made, and how many of them came true.
    ///
    /// @param stated the mean probability it stated; null when it made no call
    /// @param falseAlarmsBefore false alarms of the period before; null when that was not judged
    public record Calls(int made, int right, @Nullable Double stated, @Nullable Integer falseAlarmsBefore) {

        /// Calls that did not come true.
        public int falseAlarms() {
            return made - right;
        }
    }

    /// The model's average precision (area under the precision-recall curve) beside that of ranking by the last
    /// day's growth, and of guessing.
    ///
    /// @param prevalence share of the judged predictions that surged: what guessing reaches
    public record Comparison(double prAuc, double growthPrAuc, double prevalence) {
    }
}
