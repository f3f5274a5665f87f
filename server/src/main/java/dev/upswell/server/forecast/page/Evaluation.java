package dev.upswell.server.forecast.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Models and baselines judged on the same past cuts.
///
/// @param scope what they were judged on
/// @param scores one per model and baseline
public record Evaluation(Scope scope, List<ModelScore> scores) {

    public Evaluation {
        scores = List.copyOf(scores);
    }

    /// The best model that is not a baseline, by PR-AUC.
    public Optional<ModelScore> bestModel() {
        return best(false);
    }

    /// The best baseline, by PR-AUC.
    public Optional<ModelScore> bestBaseline() {
        return best(true);
    }

    /// Models first, then baselines; within each the better PR-AUC first.
    public List<ModelScore> ranked() {
        return scores.stream().sorted(Comparator.comparing(ModelScore::baseline)
                .thenComparing(Comparator.comparingDouble((ModelScore score) -> score.prAuc().value()).reversed()))
                .toList();
    }

    private Optional<ModelScore> best(boolean baseline) {
        return scores.stream().filter(score -> score.baseline() == baseline)
                .max(Comparator.comparingDouble(score -> score.prAuc().value()));
    }

    /// The cuts and pairs that were judged.
    ///
    /// @param prevalence the share of pairs that surged: the PR-AUC of guessing
    public record Scope(Instant from, Instant to, int cuts, long pairs, double prevalence, int horizonHours) {
    }
}
