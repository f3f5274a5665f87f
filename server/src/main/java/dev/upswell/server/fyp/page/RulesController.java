package dev.upswell.server.fyp.page;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.fyp.rule.RuleProblem;
import dev.upswell.server.fyp.FiringRule;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The editor of the rules that say what is to be done about a video; it shows which videos they would fire for.
@Controller
class RulesController {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_RESULT = 500;
    private static final int VERSIONS = 10;
    private static final int PLANS = 50;
    private static final int CLOSED = 20;

    private final NextSteps steps;
    private final VideoScores scores;
    private final Words words;
    private final Figures figures;
    private final InstantSource clock;

    RulesController(NextSteps steps, VideoScores scores, Words words, Figures figures, InstantSource clock) {
        this.clock = clock;
        this.steps = steps;
        this.scores = scores;
        this.words = words;
        this.figures = figures;
    }

    /// A name that rules may use.
    record Name(String word, String means) {
    }

    @GetMapping("/videos/rules")
    String rules(Query query, Model model) {
        query.done();
        return page(steps.current().rules(), "", List.of(), model);
    }

    @PostMapping("/videos/rules")
    String save(Query query, Model model, HttpServletResponse response) {
        String rules = query.text("rules", LONGEST).orElse("").replace("\r\n", "\n");
        String by = query.text("by", 100).orElse("");
        boolean save = query.choice("do", List.of("check", "save"), "check").equals("save");
        query.done();
        List<RuleProblem> problems = switch (RuleBook.read(rules)) {
            case RuleBook.Read.Sound(RuleBook book) -> List.of();
            case RuleBook.Read.Broken(List<RuleProblem> found) -> found;
        };
        if (save && problems.isEmpty()) {
            steps.save(rules + "\n", by);
            return "redirect:/videos/rules";
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(rules, by, problems, model);
    }

    @PostMapping("/videos/plans/{task}/close")
    String close(@PathVariable String task, Query query) {
        boolean done = query.choice("as", List.of("done", "declined"), "done").equals("done");
        String result = query.text("result", LONGEST_RESULT).filter(text -> !text.isBlank()).orElse("Closed by hand.");
        query.done();
        scores.plans().close(id(task), done, result);
        return "redirect:/videos/rules#plans";
    }

    /// One row for each task: an alarm has the steps of the rules beside it.
    private List<PlanRow> plans() {
        Set<UUID> shown = new HashSet<>();
        return scores.plans().list().stream().filter(one -> shown.add(one.plan().task()))
                .map(one -> PlanRow.of(one, clock.instant())).toList();
    }

    private static UUID id(String task) {
        try {
            return UUID.fromString(task);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.task"));
        }
    }

    private String page(String rules, String by, List<RuleProblem> problems, Model model) {
        NextSteps.Version current = steps.current();
        model.addAttribute("current", current);
        model.addAttribute("changed", !current.rules().strip().equals(rules.strip()));
        model.addAttribute("rules", rules);
        model.addAttribute("by", by);
        model.addAttribute("problems", problems);
        model.addAttribute("firing", RuleBook.read(rules) instanceof RuleBook.Read.Sound(RuleBook book)
                ? FiringRule.of(book, scores)
                : List.of());
        List<PlanRow> plans = plans();
        model.addAttribute("plans", plans.stream().filter(PlanRow::pending).limit(PLANS).toList());
        model.addAttribute("pending", plans.stream().filter(PlanRow::pending).count());
        model.addAttribute("closed", plans.stream().filter(plan -> !plan.pending()).limit(CLOSED).toList());
        model.addAttribute("versions", steps.versions().stream().limit(VERSIONS).toList());
        ScoreText text = new ScoreText(words, figures);
        model.addAttribute("names", Arrays.stream(FypMetric.values()).map(metric -> new Name(metric.word(),
                words.say("fyp.rules.unit." + metric.unit().name().toLowerCase(Locale.ROOT),
                        text.name(metric))))
                .toList());
        return "video-rules";
    }
}
