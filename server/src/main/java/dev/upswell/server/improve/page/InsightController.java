package dev.upswell.server.improve.page;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.explain.Dependence;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The pages on what models rest on.
@Controller
class InsightController {

    private static final int LONGEST_HORIZON = 24 * 365;
    private static final int RANKS = 6;
    private static final List<Advice> TOLD = List.of(Advice.MEND, Advice.PRUNE);
    private static final int LISTED = 40;

    private final InsightPages pages;
    private final Words words;
    private final Figures figures;
    private final JsonMapper json;

    InsightController(InsightPages pages, Words words, Figures figures, JsonMapper json) {
        this.pages = pages;
        this.words = words;
        this.figures = figures;
        this.json = json;
    }

    /// A feature with its ranks in the last trainings, the oldest first.
    ///
    /// @param ranks empty texts where the training's set lacked it
    /// @param rise places won since the training before; null when that is not known
    record Ranked(String name, String feature, List<String> ranks, @Nullable Integer rise) {
    }

    /// A chart of dependence with its words.
    record Shown(String name, String feature, String chart, Dependence dependence, String unit, FeatureScale scale) {

        /// A value as it is drawn.
        public double drawn(double value) {
            return scale.drawn(feature, value);
        }
    }

    /// A feature of the review.
    record Reviewed(String name, FeatureReview.Line line) {
    }

    @GetMapping("/models/importance")
    String importance(Query query, Model model) {
        InsightView view = view(query, model, "/models/importance");
        ImportanceHistory history = view.history();
        model.addAttribute("bars", json.writeValueAsString(InsightCharts.bars(view.importance(), words)));
        model.addAttribute("history", json.writeValueAsString(InsightCharts.history(history, words)));
        int first = Math.max(0, history.trainings().size() - RANKS);
        model.addAttribute("trainings", history.trainings().subList(first, history.trainings().size()));
        model.addAttribute("ranks", history.lines().stream().map(line -> ranked(line, first)).toList());
        FeatureReview review = view.review();
        if (review != null) {
            model.addAttribute("reviewed", TOLD.stream().flatMap(advice -> review.with(advice).stream()).limit(LISTED)
                    .map(line -> new Reviewed(InsightCharts.name(line.feature(), words), line)).toList());
            model.addAttribute("headlines", headlines(review));
        }
        return "models-importance";
    }

    @GetMapping("/models/dependence")
    String dependence(Query query, Model model) {
        InsightView view = view(query, model, "/models/dependence");
        model.addAttribute("curves", view.dependence().stream().map(this::shown).toList());
        return "models-dependence";
    }

    private InsightView view(Query query, Model model, String path) {
        String kind = query.text("kind", 20).orElse(null);
        int hours = query.number("horizon", 1, LONGEST_HORIZON, 24);
        ModelTask asked = kind == null ? null : new ModelTask(query.kind("kind", EntityKind.HASHTAG), hours);
        query.done();
        InsightView view = pages.view(asked);
        model.addAttribute("view", view);
        model.addAttribute("ways", view.tasks().stream().map(task -> new Way(
                words.task(task.kind(), task.horizonHours()),
                Link.to(path).with("kind", task.kind().label(), null).with("horizon", task.horizonHours(), null)
                        .toString(),
                task.equals(view.task()))).toList());
        InsightView.Served served = view.model();
        model.addAttribute("family", served == null ? "" : words.sayOr("model." + served.family(), served.family()));
        return view;
    }

    private Ranked ranked(ImportanceHistory.Line line, int first) {
        return new Ranked(InsightCharts.name(line.feature(), words), line.feature(),
                line.ranks().subList(first, line.ranks().size()).stream()
                        .map(rank -> rank == null ? "–" : figures.exact(rank)).toList(),
                line.rise());
    }

    private Shown shown(Dependence one) {
        FeatureScale scale = FeatureScale.of(one.feature());
        return new Shown(InsightCharts.name(one.feature(), words), one.feature(),
                json.writeValueAsString(InsightCharts.curve(one, words)), one,
                words.say("dependence.unit." + scale.code()), scale);
    }

    /// What the review comes to, a sentence each.
    private List<String> headlines(FeatureReview review) {
        Double all = review.micros();
        Double silent = review.micros(Advice.PRUNE);
        return Stream.of(
                words.say("review.prune", review.with(Advice.PRUNE).size(), review.features().size(),
                        review.trainings()),
                all == null || silent == null
                        ? words.say("review.cost.unknown")
                        : words.say("review.cost", figures.exact(Math.round(all)),
                                figures.exact(Math.round(silent))),
                words.say("review.mend", review.with(Advice.MEND).size()),
                words.say("review.notGiven", review.with(Advice.NOT_GIVEN).size()),
                words.say(review.wanting() ? "review.wanting" : "review.enough", review.gaps(), review.wrong()))
                .toList();
    }
}
