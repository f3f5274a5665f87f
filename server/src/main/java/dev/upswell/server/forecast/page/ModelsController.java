package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/// The models page and the page of one model record.
@Controller
class ModelsController {

    private final ModelPages pages;
    private final Words words;
    private final Verdict verdict;
    private final ScoreTable table;
    private final SettingWords settingWords;
    private final JsonMapper json;

    ModelsController(ModelPages pages, Words words, Figures figures, Times times, JsonMapper json) {
        this.pages = pages;
        this.words = words;
        this.verdict = new Verdict(words, figures);
        this.table = new ScoreTable(words, figures);
        this.settingWords = new SettingWords(words, figures, times);
        this.json = json;
    }

    @GetMapping("/models")
    String models(Query query, Model model) {
        query.done();
        ModelsView view = pages.models();
        Evaluation evaluation = view.evaluation();
        model.addAttribute("view", view);
        model.addAttribute("headline", verdict.headline(evaluation));
        model.addAttribute("detail", verdict.detail(evaluation));
        model.addAttribute("columns", Score.values());
        model.addAttribute("tasks", view.others().stream().map(this::taskLine).toList());
        model.addAttribute("lines", evaluation == null ? List.of() : table.of(evaluation));
        model.addAttribute("names", names(view, evaluation));
        model.addAttribute("knowable", pages.knowable().orElse(null));
        if (evaluation != null) {
            model.addAttribute("intervals", json.writeValueAsString(ModelCharts.intervals(evaluation, words)));
            model.addAttribute("calibration", json.writeValueAsString(ModelCharts.calibration(evaluation, words)));
            model.addAttribute("calibrated",
                    evaluation.ranked().stream().filter(score -> !score.calibration().isEmpty()).toList());
        }
        return "models";
    }

    /// What is foretold beside hashtags over a day, and what the last backtest of it showed.
    ///
    /// @param scope empty when nothing was judged
    record TaskLine(String task, String headline, String detail, String scope) {
    }

    private TaskLine taskLine(ModelsView.Task one) {
        String name = words.task(one.task().kind(), one.task().horizonHours());
        Evaluation judged = one.evaluation();
        return judged == null
                ? new TaskLine(name, words.say("models.tasks.none"), "", "")
                : new TaskLine(name, verdict.headline(judged), verdict.detail(judged),
                        judged.scope().from() + " – " + judged.scope().to());
    }

    @GetMapping("/models/{id}")
    String model(@PathVariable String id, Query query, Model model) {
        query.done();
        ModelRecord shown = pages.model(id).orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model")));
        model.addAttribute("record", shown);
        model.addAttribute("name", table.name(shown.model()));
        model.addAttribute("settings", said(shown.settings()));
        model.addAttribute("scores", new TreeMap<>(shown.scores()));
        return "model";
    }

    private Map<String, String> said(Map<String, String> settings) {
        var said = new TreeMap<String, String>();
        settings.forEach((key, value) -> said.put(key, settingWords.say(value)));
        return said;
    }

    private Map<String, String> names(ModelsView view, @Nullable Evaluation evaluation) {
        var names = new TreeMap<String, String>();
        view.records().forEach(shown -> names.put(shown.model(), table.name(shown.model())));
        if (evaluation != null) {
            evaluation.scores().forEach(score -> names.put(score.model(), table.name(score.model())));
        }
        return names;
    }
}
