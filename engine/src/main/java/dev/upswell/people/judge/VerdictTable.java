package dev.upswell.people.judge;

import dev.upswell.learn.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Verdicts as Markdown tables: all measures with their intervals, and NDCG@10 beside that of one of them.
public final class VerdictTable {

    private VerdictTable() {
    }

    /// A row for each recommender.
    public static String measures(List<Verdict> verdicts) {
        StringBuilder out = new StringBuilder("| |");
        for (Measure measure : Measure.values()) {
            out.append(' ').append(measure.title()).append(" |");
        }
        out.append(" coverage, Gini | µs |\n|---|").append("---|".repeat(Measure.values().length + 2)).append('\n');
        for (Verdict verdict : verdicts) {
            out.append("| ").append(verdict.name()).append(" |");
            for (Measure measure : Measure.values()) {
                out.append(' ').append(said(verdict.of(measure).mean())).append(" |");
            }
            out.append(String.format(Locale.ROOT, " %.3f, %.2f | %,d |\n", verdict.coverage().share(),
                    verdict.coverage().inequality(), verdict.medianMicros()));
        }
        return out.toString();
    }

    /// NDCG@10 of this recommender beside that of each other.
    ///
    /// **errors** `IllegalArgumentException` when there is none of that name
    public static String beside(String name, List<Verdict> verdicts) {
        ByPerson own = verdicts.stream().filter(verdict -> verdict.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "recommender (" + name + ") must be among those judged\nMaybe its name is another."))
                .of(Measure.NDCG_10);
        StringBuilder out = new StringBuilder(
                "| NDCG@10 of " + name + " beside | times | above by |\n|---|---|---|\n");
        for (Verdict other : verdicts) {
            if (!other.name().equals(name)) {
                ByPerson others = other.of(Measure.NDCG_10);
                out.append("| ").append(other.name()).append(" | ").append(said(own.times(others))).append(" | ")
                        .append(said(own.above(others))).append(" |\n");
            }
        }
        return out.toString();
    }

    private static String said(Optional<Estimate> estimate) {
        return estimate.map(found -> String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", found.value(),
                found.interval().low(), found.interval().high())).orElse("–");
    }
}
