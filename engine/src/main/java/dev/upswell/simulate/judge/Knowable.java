package dev.upswell.simulate.judge;

import dev.upswell.learn.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of what could be known each model found: its figures beside those of the oracle on the same pairs.
///
/// @param pairs hashtags and cuts that both spoke of
/// @param unmatched pairs that the oracle said nothing of, left out
/// @param prevalence share of the pairs that surged: the PR-AUC of guessing
/// @param models by PR-AUC, the best first
public record Knowable(Instant from, Instant to, int cuts, int pairs, int unmatched, double prevalence, Oracle oracle,
        List<Share> models) {

    public Knowable {
        models = List.copyOf(models);
    }

    /// How the oracle itself did.
    ///
    /// @param leadHoursMedian median hours from its alerts to the bar, over hits; its alerts are at the lowest probability at which half
    ///     of them come true on these very pairs; null when it alerted nothing that surged
    /// @param leadRecall share of the surges that it alerted; null without an alert
    public record Oracle(double prAuc, double auc, double precisionAt10, double ece, @Nullable Double leadHoursMedian,
            @Nullable Double leadRecall) {
    }

    /// How one model did.
    ///
    /// @param ofPrAuc its PR-AUC divided by the oracle's; intervals are of 95 % and draw hashtags
    /// @param ofAuc its AUC divided by the oracle's
    /// @param ofPrecisionAt10 its precision among the first ten divided by the oracle's; null when the oracle had none right
    public record Share(String model, double prAuc, double ece, Estimate ofPrAuc, Estimate ofAuc,
            @Nullable Estimate ofPrecisionAt10) {
    }
}
