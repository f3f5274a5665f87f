package dev.upswell.forecast;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a backtest found.
///
/// @param skipped cuts that could not be judged, with the reason
/// @param results by kind, in the order in which kinds are declared
/// @param range how often the view range held; null when no model foretold one
public record BacktestReport(BacktestSettings settings, List<SkippedCut> skipped, BacktestPairs pairs,
        List<Training> trainings, Map<SurgeKind, Result> results, @Nullable RangeResult range) {

    public BacktestReport {
        skipped = List.copyOf(skipped);
        trainings = List.copyOf(trainings);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /// A cut that was left out.
    public record SkippedCut(Instant cut, String reason) {
    }

    /// One training of the backtest: what it knew, and what the reader should know of it.
    ///
    /// @param learnt whether features knew what they learn; true where they learn nothing
    /// @param notes by kind; only where there is something to note
    public record Training(Instant at, int rows, int positives, boolean learnt, Map<SurgeKind, String> notes) {

        public Training {
            notes = Collections.unmodifiableMap(new TreeMap<>(notes));
        }
    }

    /// How one rule or model did.
    ///
    /// @param evaluation null when no pair or only one class could be judged
    /// @param lead null when nothing surged
    /// @param lossToTrees PR-AUC of the boosted trees less that of this one, on the same pairs and draws; null for the trees
    ///     themselves and when there is nothing to compare
    public record Result(SurgeKind kind, @Nullable Evaluation evaluation, @Nullable LeadTime lead,
            @Nullable Estimate lossToTrees) {

        /// Whether PR-AUC is above that of a rule: a model that beats not every rule must say so wherever it is shown.
        public boolean beats(Result rule) {
            Evaluation other = rule.evaluation();
            return evaluation != null && other != null
                    && evaluation.value(Figure.PR_AUC) > other.value(Figure.PR_AUC);
        }
    }

    /// How often the 5 to 95 % range of growth held what came, and how wide it was.
    ///
    /// @param medianWidth in log growth
    public record RangeResult(int pairs, double coverage, double medianWidth) {
    }
}
