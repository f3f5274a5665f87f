package dev.upswell.server.evaluate.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.evaluate.page.EvaluationPages.Choice;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The evaluation page and the page of retrospectives.
@Controller
class EvaluationController {

    private static final List<Integer> PERIODS = List.of(14, 28, 90);
    private static final int USUAL_DAYS = 28;
    private static final int LONGEST_HORIZON = 24 * 365;
    private static final int CLOSED_TASKS = 10;
    private static final String SERVING = "serving";

    private final EvaluationPages pages;
    private final Words words;
    private final Figures figures;
    private final JsonMapper json;

    EvaluationController(EvaluationPages pages, Words words, Figures figures, JsonMapper json) {
        this.pages = pages;
        this.words = words;
        this.figures = figures;
        this.json = json;
    }

    @GetMapping("/models/evaluation")
    String evaluation(Query query, Model model) {
        Choice choice = choice(query);
        UUID spoke = choice.model();
        query.done();
        EvaluationView view = pages.evaluation(choice);
        model.addAttribute("view", view);
        model.addAttribute("ways", ways(view, choice));
        model.addAttribute("spoke", spoke == null ? SERVING : spoke.toString());
        if (view.task() != null && !view.days().isEmpty()) {
            fill(view, view.task(), model);
        }
        return "models-evaluation";
    }

    @GetMapping(path = "/models/evaluation", params = FileFormat.PARAMETER)
    Table<DailyEvaluation> file(Query query) {
        Choice choice = choice(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("evaluation", format, EvaluationColumns.ALL, pages.evaluation(choice).days());
    }

    private static Choice choice(Query query) {
        boolean chosen = query.text("kind", 20).or(() -> query.text("horizon", 20)).isPresent();
        int hours = query.hours("horizon", 1, LONGEST_HORIZON, 24);
        UUID spoke = query.text("model", 40).filter(text -> !text.equals(SERVING)).map(EvaluationController::uuid)
                .orElse(null);
        int days = query.number("days", 1, 366, USUAL_DAYS);
        return new Choice(chosen ? new ModelTask(query.kind("kind", EntityKind.HASHTAG), hours) : null, spoke, days);
    }

    @GetMapping("/models/retrospectives")
    String retrospectives(Query query, Model model) {
        query.done();
        model.addAttribute("soFar", pages.soFar().orElse(null));
        model.addAttribute("weeks", pages.retrospectives());
        List<ImprovementTask> tasks = pages.tasks();
        model.addAttribute("pending", tasks.stream().filter(task -> task.state().pending()).toList());
        model.addAttribute("closed",
                tasks.stream().filter(task -> !task.state().pending()).limit(CLOSED_TASKS).toList());
        return "models-retrospectives";
    }

    private void fill(EvaluationView view, ModelTask task, Model model) {
        List<DailyEvaluation> days = view.days();
        Totals totals = Totals.of(days);
        DayFigures.Trailing trailing = days.getLast().figures().trailing();
        model.addAttribute("totals", totals);
        model.addAttribute("trailing", trailing);
        model.addAttribute("last", days.getLast());
        model.addAttribute("headline", words.say(totals.precision() > totals.prevalence()
                ? "evaluation.headline"
                : "evaluation.headline.guess",
                figures.percent(totals.precision()), figures.percent(totals.prevalence(), 1)));
        model.addAttribute("precision", json.writeValueAsString(EvaluationCharts.precision(days, words)));
        model.addAttribute("coverage", json.writeValueAsString(EvaluationCharts.coverage(days, words)));
        model.addAttribute("prevalence", json.writeValueAsString(EvaluationCharts.prevalence(days, words)));
        EvaluationCharts.Histogram lead = EvaluationCharts.lead(days, task.horizonHours(), words);
        model.addAttribute("leads", lead);
        model.addAttribute("lead", json.writeValueAsString(lead));
        model.addAttribute("reliability",
                json.writeValueAsString(EvaluationCharts.reliability(trailing.bins(), words)));
    }

    /// The rows of links that choose: task, model, period.
    private List<List<Way>> ways(EvaluationView view, Choice choice) {
        ModelTask shown = view.task();
        if (shown == null) {
            return List.of();
        }
        List<Way> tasks = view.tasks().stream().map(one -> new Way(
                words.task(one.kind(), one.horizonHours()),
                url(one, null, choice.days()), one.equals(shown))).toList();
        List<Way> models = Stream.concat(
                Stream.of(new Way(words.say("evaluation.model.serving"), url(shown, null, choice.days()),
                        choice.model() == null)),
                view.models().stream().map(one -> new Way(
                        words.say(one.served() ? "evaluation.model.served" : "evaluation.model.shadow",
                                words.sayOr("model." + one.family(), one.family()), one.brief()),
                        url(shown, one.id(), choice.days()), one.id().equals(choice.model()))))
                .toList();
        List<Way> periods = PERIODS.stream().map(days -> new Way(words.say("evaluation.period", days),
                url(shown, choice.model(), days), days == choice.days())).toList();
        return List.of(tasks, models, periods);
    }

    private static String url(ModelTask task, @Nullable UUID model, int days) {
        return Link.to("/models/evaluation").with("kind", task.kind().label(), null)
                .with("horizon", task.horizonHours(), null).with("model", model, null)
                .with("days", days, USUAL_DAYS).toString();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
