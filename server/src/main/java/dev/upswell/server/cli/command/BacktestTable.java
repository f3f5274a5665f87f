package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.server.cli.Numbers;
import dev.upswell.server.cli.RangeText;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.forecast.BacktestSummary;
import dev.upswell.server.forecast.ModelResult;
import java.util.List;
import java.util.Locale;

/// A backtest as a table for people, with the sentence that says whether it was worth it.
final class BacktestTable {

    private BacktestTable() {
    }

    static String of(EntityKind kind, BacktestSummary summary) {
        var table = new TextTable("model", ">PR-AUC", ">95 % interval", ">AUC", ">P@10", ">Recall@50", ">Brier", ">ECE",
                ">lead", ">false alarms");
        for (ModelResult result : summary.models()) {
            table.row(result.baseline() ? result.model() : result.model() + " *", Numbers.decimal(result.prAuc(), 3),
                    interval(result.prAucInterval()), Numbers.decimal(result.auc(), 3),
                    Numbers.decimal(result.precisionAt10(), 3), Numbers.decimal(result.recallAt50(), 3),
                    Numbers.decimal(result.brier(), 4), Numbers.decimal(result.ece(), 3),
                    result.leadTimeHoursMedian() == null
                            ? "–"
                            : Numbers.decimal(result.leadTimeHoursMedian(), 1) + " h",
                    result.falseSurgeRate() == null
                            ? "–"
                            : String.format(Locale.ROOT, "%.0f %%", result.falseSurgeRate() * 100));
        }
        return """
            Surges of %ss within %d h: %d cuts from %s to %s, %,d pairs, %.1f %% of them surged (PR-AUC of guessing: %.3f).
            %s
            PR-AUC: how high surges rank among all, 1 is best. P@10: share of the 10 likeliest that surged. Recall@50: share of the
            surges among the 50 likeliest. Brier, ECE: error of the probabilities, 0 is best. Lead: time from alert to surge.
            %s
            * model; the others are baselines. %s"""
                .formatted(kind.label(), summary.horizonHours(), summary.cuts(), summary.from(),
                        summary.to(), summary.pairs(), summary.prevalence() * 100, summary.prevalence(), table,
                        RangeText.of(summary.ranges()), verdict(summary));
    }

    private static String verdict(BacktestSummary summary) {
        ModelResult best = summary.models().stream().filter(result -> !result.baseline())
                .max((a, b) -> Double.compare(a.prAuc(), b.prAuc())).orElse(null);
        if (best == null || best.edge() == null) {
            return "No model was judged.";
        }
        ModelResult.Edge edge = best.edge();
        return String.format(Locale.ROOT, "%s %s %s: PR-AUC %+.3f (95 %% interval %+.3f to %+.3f).", best.model(),
                best.beatsBaselines() ? "beats the best baseline," : "is not shown to beat the best baseline,",
                edge.over(), edge.value(), edge.low(), edge.high());
    }

    private static String interval(List<Double> ends) {
        return ends.size() < 2 ? "–" : Numbers.decimal(ends.get(0), 3) + " – " + Numbers.decimal(ends.get(1), 3);
    }
}
