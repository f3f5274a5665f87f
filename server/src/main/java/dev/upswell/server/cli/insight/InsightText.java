package dev.upswell.server.cli.insight;

import dev.upswell.forecast.explain.Dependence;
import dev.upswell.forecast.explain.FeatureImportance;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.FeatureWords;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What models rest on, and the feature review, in words and tables.
public final class InsightText {

    private static final int FEATURES = 15;
    private static final int TRAININGS = 26;

    private InsightText() {
    }

    private record Explained(UUID model, List<KeptImportance> importance, List<Dependence> dependence) {
    }

    /// Prints what a model rests on; it is worked out first where that was not done at its training.
    public static void explain(Screen screen, Workplace workplace, RegisteredModel model) {
        workplace.forecasting().forecasts().of(model.task()).training().examine(workplace.tenant(), model);
        List<KeptImportance> importance = workplace.forecasting().insights().importance(workplace.tenant(), model.id());
        List<Dependence> dependence = workplace.forecasting().insights().dependence(workplace.tenant(), model.id());
        if (importance.isEmpty()) {
            throw CommandFailed.failed("nothing can be said of what " + model.record().id() + " rests on",
                    "Rules and networks are no functions of features at one moment; explain a logistic or"
                            + " boosted-trees model.");
        }
        screen.document(new Explained(model.id(), importance, dependence));
        Map<String, Integer> moved = moved(workplace, model);
        var table = new TextTable(">#", "feature", ">effect", ">share", ">gain", ">missing", ">moved",
                "probability at 10 % · 50 % · 90 % of its values");
        importance.stream().map(KeptImportance::importance).limit(FEATURES)
                .forEach(one -> table.row(Integer.toString(one.rank()), FeatureWords.of(one.feature()),
                        number("%.3f", one.effect()), number("%.1f %%", 100 * one.share()), gain(one),
                        number("%.0f %%", 100 * one.missing()), places(moved.get(one.feature())),
                        curve(one.feature(), dependence)));
        screen.line("%s (%s), trained on data until %s, rests on:".formatted(model.id(), model.kind(),
                model.record().trainingTo()));
        screen.line(table.toString());
        screen.line("Effect: mean absolute contribution in log odds. Probabilities: mean over training rows with the"
                + " feature set to that value; they describe the model, not the world.");
    }

    private static Map<String, Integer> moved(Workplace workplace, RegisteredModel model) {
        ImportanceHistory history = workplace.forecasting().insights().history(workplace.tenant(), model.task(),
                model.kind(),
                FEATURES, TRAININGS);
        Map<String, Integer> moved = new HashMap<>();
        if (!history.trainings().isEmpty() && history.trainings().getLast().model().equals(model.id())) {
            history.lines().forEach(line -> {
                Integer rise = line.rise();
                if (rise != null) {
                    moved.put(line.feature(), rise);
                }
            });
        }
        return moved;
    }

    private static String places(@Nullable Integer rise) {
        return rise == null ? "–" : rise > 0 ? "▲ " + rise : rise < 0 ? "▼ " + -rise : "=";
    }

    private static String gain(FeatureImportance one) {
        Double gain = one.gain();
        return gain == null ? "–" : number("%.1f %%", 100 * gain);
    }

    private static String curve(String feature, List<Dependence> all) {
        return all.stream().filter(one -> one.feature().equals(feature)).findFirst()
                .map(one -> at(one, 1) + " · " + at(one, 5) + " · " + at(one, 9)).orElse("–");
    }

    /// The mean probability at the point nearest to this tenth of the data.
    private static String at(Dependence one, int tenth) {
        double wanted = one.quantiles().get(tenth);
        Dependence.Point nearest = one.points().getFirst();
        for (Dependence.Point point : one.points()) {
            if (Math.abs(point.x() - wanted) < Math.abs(nearest.x() - wanted)) {
                nearest = point;
            }
        }
        return number("%.1f %%", 100 * nearest.mean());
    }

    /// Makes the feature review of a task and prints it.
    public static void review(Screen screen, Workplace workplace, ModelTask task) {
        FeatureReview review = workplace.forecasting().improvements().review(task)
                .orElseThrow(() -> CommandFailed.failed("no model that rests on features serves " + task.label(),
                        "Run: upswell train"));
        screen.document(review);
        screen.line("Feature review of %s as of %s, over %d trainings of %s:".formatted(task.label(), review.asOf(),
                review.trainings(), review.featureSet()));
        Double all = review.micros();
        Double silent = review.micros(Advice.PRUNE);
        screen.line("  prune      %d of %d features%s".formatted(review.with(Advice.PRUNE).size(),
                review.features().size(), all == null || silent == null
                        ? ""
                        : number(", %.0f", silent) + number(" of %.0f µs for one entity", all)));
        screen.line("  mend       " + review.with(Advice.MEND).size());
        screen.line("  not given  " + review.with(Advice.NOT_GIVEN).size());
        screen.line("  add        of %d wrong calls no feature spoke in %d%s".formatted(review.wrong(), review.gaps(),
                review.wanting() ? ": others are wanted" : ""));
        var table = new TextTable("feature", "advice", ">largest share", ">missing", ">µs");
        review.features().stream().filter(one -> one.advice() == Advice.PRUNE || one.advice() == Advice.MEND)
                .forEach(one -> table.row(one.feature(), one.advice().name().toLowerCase(Locale.ROOT),
                        number("%.2f %%", 100 * one.most()), number("%.0f %%", 100 * one.missing()),
                        one.costNanos() == null ? "–" : number("%.1f", one.costNanos() / 1_000)));
        screen.line(table.toString());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
