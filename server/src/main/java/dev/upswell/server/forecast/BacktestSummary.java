package dev.upswell.server.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How all baselines and models did on the same cuts: the document that is stored, served and printed under `--json`.
///
/// @param from the first cut that was judged
/// @param to the last one
/// @param pairs entities and cuts judged
/// @param prevalence share of the pairs that surged: the PR-AUC of guessing
/// @param ranges how often the 90 % range of the level to come held; null where no model foretold one, and in documents of earlier
///     releases
public record BacktestSummary(Instant from, Instant to, int cuts, long pairs, double prevalence, int horizonHours,
        List<ModelResult> models, @Nullable Ranges ranges) {

    /// How the 5 to 95 % ranges that the boosted trees' trainings foretold compare with what came.
    ///
    /// @param outcomes how many were compared
    /// @param coverage share of the outcomes inside their range, both ends included; 0.9 is meant
    /// @param medianWidth median distance of the ends in log growth
    public record Ranges(int outcomes, double coverage, double medianWidth) {
    }

    public BacktestSummary {
        models = List.copyOf(models);
    }

    /// The result of this model or baseline.
    public Optional<ModelResult> result(String model) {
        return models.stream().filter(result -> result.model().equals(model)).findFirst();
    }

    /// The baseline with the best PR-AUC.
    public Optional<ModelResult> bestBaseline() {
        return models.stream().filter(ModelResult::baseline).max(Comparator.comparingDouble(ModelResult::prAuc));
    }

    /// A sentence that says that this model was not shown to beat the best baseline.
    ///
    /// **absence** empty when it was, or when it was not judged.
    Optional<String> verdict(String model) {
        return result(model).flatMap(result -> bestBaseline().filter(best -> !result.beatsBaselines())
                .map(best -> String.format(Locale.ROOT,
                        "Not shown to beat the baselines: PR-AUC %.3f against %.3f of %s on the cuts %s to %s.",
                        result.prAuc(), best.prAuc(), best.model(), from, to)));
    }
}
