package dev.upswell.server.cli.tune;

import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.tune.Confirmation;
import dev.upswell.tune.SearchResult;
import dev.upswell.tune.TreeChoice;
import dev.upswell.tune.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What a search found, as people read it.
final class TuningText {

    private static final int SHOWN = 20;

    private TuningText() {
    }

    static String of(StoredTuning one) {
        String head = "Search %s for %s: %,d rows (%,d surges: guessing reaches a PR-AUC of %.3f) known at %s; candidates compared on cuts from %s on, the best confirmed on cuts from %s on."
                .formatted(one.shortId(), one.task().label(), one.report().rows(), one.report().positives(),
                        (double) one.report().positives() / Math.max(1, one.report().rows()), one.asOf(),
                        one.report().judgedFrom(), one.report().confirmedFrom());
        return head + "\n" + verdict("boosted-trees", one.report().trees(), TuningText::words) + "\n"
                + verdict("logistic", one.report().regression(), TuningText::words);
    }

    private static <C> String verdict(String kind, SearchResult<C> result, Function<C, String> words) {
        if (result.trials().isEmpty()) {
            return kind + ": nothing else was tried; the usual settings stay.";
        }
        String tried = kind + ": %s, PR-AUC %.4f where the usual settings have %.4f.".formatted(
                Counted.of(result.trials().size(), "candidate"), result.bestPrAuc(), result.usualPrAuc());
        Confirmation test = result.confirmation();
        if (test == null) {
            return tried + " None is better; the usual settings stay.";
        }
        return tried + "\n  The best: " + words.apply(result.best())
                + String.format(Locale.ROOT,
                        "\n  On the newest part (%,d pairs): %.4f against %.4f, difference %+.4f to %+.4f. ",
                        test.pairs(), test.bestPrAuc(), test.usualPrAuc(), test.difference().interval().low(),
                        test.difference().interval().high())
                + (result.adopted()
                        ? "Adopted: trainings from now on use it."
                        : "Not shown to be better; the usual settings stay.");
    }

    static String list(List<StoredTuning> all) {
        TextTable table = new TextTable("id", "task", "as of", ">candidates", "adopted", "ended");
        all.forEach(one -> table.row(one.shortId(), one.task().label(), one.asOf().toString(),
                String.valueOf(one.candidates()), one.report().adopted() ? "yes" : "no", one.createdAt().toString()));
        return table.toString();
    }

    /// The candidates that came farthest, the best first.
    static String trials(StoredTuning one) {
        TextTable table = new TextTable("boosted trees", ">parts", ">PR-AUC");
        one.report().trees().trials().stream()
                .sorted(Comparator.comparingInt((Trial<TreeChoice> trial) -> -trial.folds())
                        .thenComparingDouble(trial -> -trial.prAuc()))
                .limit(SHOWN).forEach(trial -> table.row(words(trial.candidate()), String.valueOf(trial.folds()),
                        String.format(Locale.ROOT, "%.4f", trial.prAuc())));
        return table.toString();
    }

    private static String words(TreeChoice choice) {
        TreeSettings trees = choice.trees();
        return String.format(Locale.ROOT,
                "%d rounds × %s, depth %d, rows %s, columns %s, child weight %s, lambda %s, bins %d, negatives %s, half-life %s%s%s",
                trees.rounds(), plain(trees.learningRate()), trees.depth(), plain(trees.rowShare()),
                plain(trees.columnShare()), plain(trees.minChildWeight()), plain(trees.lambda()), trees.maxBins(),
                plain(trees.negativeShare()),
                trees.halfLifeDays() == 0
                        ? "none"
                        : plain(trees.halfLifeDays()) + (trees.halfLifeDays() == 1 ? " day" : " days"),
                trees.monotone() ? ", monotone" : "", choice.featureSet() == null ? "" : ", " + choice.featureSet());
    }

    private static String words(LogisticRegression.Settings settings) {
        return "ridge " + plain(settings.ridge());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
