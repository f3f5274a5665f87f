package dev.upswell.server.weakness.page;

import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Verdict;
import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.weakness.ErrorAnalyses;
import dev.upswell.server.weakness.ErrorAnalysis;
import dev.upswell.server.weakness.Finding;
import dev.upswell.server.weakness.Followed;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Link.Way;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of analyses of errors: in which segments forecasts are worse than elsewhere, and how those of pending tasks stand.
@Controller
class ErrorsController {

    private static final int LONGEST_HORIZON = 24 * 365;
    private static final int EARLIER = 15;
    private static final List<String> LANGUAGES = List.of("en", "id");

    private final ErrorAnalyses analyses;
    private final Words words;
    private final Figures figures;

    ErrorsController(ErrorAnalyses analyses, Words words, Figures figures) {
        this.analyses = analyses;
        this.words = words;
        this.figures = figures;
    }

    /// A finding as the page shows it.
    ///
    /// @param sentences empty when a person rejected the text, or none held
    /// @param model null when a template wrote them
    record Shown(Finding finding, String name, String fault, List<String> sentences, @Nullable String model,
            String inside, String elsewhere, String difference, String interval) {
    }

    /// A followed segment as the page shows it.
    ///
    /// @param difference null where the window holds too few to say
    record FollowedRow(Followed followed, String fault, @Nullable String difference, @Nullable String interval) {
    }

    @GetMapping("/models/errors")
    String errors(Query query, Model model, Locale reader) {
        boolean chosen = query.text("kind", 20).isPresent();
        int hours = query.number("horizon", 1, LONGEST_HORIZON, 24);
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        String language = query.oneOf("language", LANGUAGES).orElse(reader.getLanguage());
        query.done();
        List<ModelTask> tasks = analyses.tasks();
        ModelTask task = chosen || tasks.isEmpty() ? new ModelTask(kind, hours) : tasks.getFirst();
        List<ErrorAnalysis> all = analyses.list(task, EARLIER, 0);
        model.addAttribute("of", words.task(task.kind(), task.horizonHours()));
        model.addAttribute("analysis", all.isEmpty() ? null : all.getFirst());
        model.addAttribute("earlier", all.stream().skip(1).toList());
        model.addAttribute("ways", tasks.stream().map(one -> new Way(words.task(one.kind(), one.horizonHours()),
                link(one, language), one.equals(task))).toList());
        model.addAttribute("languages", LANGUAGES.stream().map(one -> new Way(words.say("errors.language." + one),
                link(task, one), one.equals(language))).toList());
        model.addAttribute("language", language);
        if (!all.isEmpty()) {
            model.addAttribute("findings",
                    all.getFirst().findings().stream().map(one -> shown(one, language)).toList());
            model.addAttribute("followed", all.getFirst().followed().stream().map(this::row).toList());
        }
        return "models-errors";
    }

    private static String link(ModelTask task, String language) {
        return Link.to("/models/errors").with("kind", task.kind().label(), null)
                .with("horizon", task.horizonHours(), null).with("language", language, null).toString();
    }

    private Shown shown(Finding finding, String language) {
        Finding.Text text = finding.text(language).orElse(null);
        Measured measured = finding.confirmed();
        Fault fault = finding.fault();
        return new Shown(finding, ErrorAnalyses.name(finding, Locale.of(language)), fault.label(), text == null
                ? List.of()
                : text.sentences().stream().map(one -> new Verdict.Sentence(one, List.of()).shown()).toList(),
                text == null ? null : text.model(), figure(fault, measured.inside()),
                figure(fault, measured.elsewhere()), figure(fault, measured.apart()), interval(fault, measured));
    }

    private FollowedRow row(Followed followed) {
        Measured measured = followed.measured();
        return new FollowedRow(followed, followed.fault().label(),
                measured == null ? null : figure(followed.fault(), measured.apart()),
                measured == null ? null : interval(followed.fault(), measured));
    }

    /// Points of probability, or percent of the error of a constant.
    private String figure(Fault fault, double value) {
        return words.say(fault == Fault.UNSURE ? "errors.percent" : "errors.points", figures.signed(100 * value, 1));
    }

    private String interval(Fault fault, Measured measured) {
        return words.say("errors.interval", figure(fault, measured.low()), figure(fault, measured.high()));
    }
}
