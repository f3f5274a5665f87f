package dev.upswell.tune;

import dev.upswell.learn.Estimate;

/// The best candidate beside the usual settings on the part that no choice has seen.
///
/// @param difference PR-AUC of the best less that of the usual settings, with its 95 % interval over shared draws of entities
public record Confirmation(int pairs, int positives, double usualPrAuc, double bestPrAuc, Estimate difference) {

    /// Whether the best is shown to be better: the interval lies above 0.
    public boolean better() {
        return difference.interval().low() > 0;
    }
}
