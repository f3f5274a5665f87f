package dev.upswell.server.vigil.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.alert.AlertWords;
import dev.upswell.server.vigil.AlertRule;
import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.vigil.Condition;
import dev.upswell.server.vigil.Condition.Comparison;
import dev.upswell.server.vigil.Condition.Flag;
import dev.upswell.server.vigil.Condition.OfFlag;
import dev.upswell.server.vigil.Condition.OfMetric;
import dev.upswell.server.vigil.Condition.OfProbability;
import dev.upswell.server.vigil.Condition.OfScore;
import dev.upswell.server.vigil.Condition.OfTheme;
import dev.upswell.server.vigil.Scope;
import dev.upswell.server.vigil.VigilRefused;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import dev.upswell.trend.Metric;
import dev.upswell.trend.Window;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of alert rules: which there are, and the form in which one is written and tried.
@Controller
class AlertRulesController {

    private static final String RULES = "redirect:/alerts/rules";
    private static final String FORM = "alert-rule";

    private final AlertRules rules;
    private final AlertWords words;

    AlertRulesController(AlertRules rules, Words words, Figures figures) {
        this.rules = rules;
        this.words = new AlertWords(words, figures);
    }

    /// A rule as its row shows it.
    ///
    /// @param conditions in words
    public record Row(AlertRule rule, List<String> conditions) {

        public Row {
            conditions = List.copyOf(conditions);
        }
    }

    @GetMapping("/alerts/rules")
    String list(Query query, Model model) {
        query.done();
        model.addAttribute("rows", rules.list().stream().map(rule -> new Row(rule,
                rule.asks().all().stream().map(this::said).toList())).toList());
        return "alert-rules";
    }

    @GetMapping("/alerts/rules/new")
    String begin(Query query, Model model) {
        RuleFields fields = RuleFields.of(query);
        query.done();
        if (fields.asks()) {
            preview(fields, model);
        }
        return form(fields, "/alerts/rules/new", "/alerts/rules", model);
    }

    @PostMapping("/alerts/rules")
    String make(Query query) {
        RuleFields fields = RuleFields.of(query);
        String by = query.author("hand");
        query.done();
        rules.make(fields.form("").read(), by);
        return RULES;
    }

    @GetMapping("/alerts/rules/{id}")
    String edit(@PathVariable String id, Query query, Model model) {
        RuleFields typed = RuleFields.of(query);
        query.done();
        AlertRule rule = rules.get(id);
        RuleFields fields = typed.asks() ? typed : RuleFields.of(rule);
        preview(fields, model);
        model.addAttribute("rule", rule);
        return form(fields, "/alerts/rules/" + rule.id(), "/alerts/rules/" + rule.id(), model);
    }

    @PostMapping("/alerts/rules/{id}")
    String act(@PathVariable String id, Query query) {
        String act = query.choice("act", List.of("change", "pause", "resume", "remove"), "change");
        RuleFields fields = RuleFields.of(query);
        String by = query.author("hand");
        query.done();
        AlertRule rule = rules.get(id);
        switch (act) {
            case "pause" -> rules.pause(rule, true, by);
            case "resume" -> rules.pause(rule, false, by);
            case "remove" -> rules.remove(rule, by);
            default -> rules.change(rule, fields.form("").read(), by);
        }
        return RULES;
    }

    private String said(Condition condition) {
        return switch (condition) {
            case OfMetric(Metric metric, Window window, Comparison how, double than) -> words.asked(metric.label(),
                    window.label(), how.label(), than);
            case OfProbability(Comparison how, double than) -> words.asked("probability", "", how.label(), than);
            case OfScore(Comparison how, double than) -> words.asked("fyp", "", how.label(), than);
            case OfFlag(Flag flag) -> words.asked("flag", flag.label(), "is", null);
            case OfTheme(long theme) -> words.asked("theme", String.valueOf(theme), "is", null);
        };
    }

    /// What cannot be read is told beside the form, which keeps what was typed.
    private void preview(RuleFields fields, Model model) {
        try {
            var preview = rules.preview(fields.form("preview").read());
            model.addAttribute("preview", preview);
            model.addAttribute("examples", preview.examples().stream()
                    .map(one -> words.told(one.name(), one.hit().at(), one.hit().rows())).toList());
        } catch (VigilRefused refused) {
            model.addAttribute("refused", Sentence.ofRefusal(refused.what(), refused.advice()));
        }
    }

    private String form(RuleFields fields, String here, String target, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("here", here);
        model.addAttribute("target", target);
        model.addAttribute("kinds", Arrays.stream(EntityKind.values()).map(EntityKind::label).toList());
        model.addAttribute("metrics",
                Arrays.stream(Metric.values()).map(Metric::label).filter(words::isNamed).toList());
        model.addAttribute("flags", Arrays.stream(Flag.values()).map(Flag::label).toList());
        model.addAttribute("windows", Arrays.stream(Window.values()).map(Window::label).toList());
        model.addAttribute("ways", Arrays.stream(Comparison.values()).map(Comparison::label).toList());
        model.addAttribute("scopes", Arrays.stream(Scope.Kind.values()).map(Scope.Kind::label).toList());
        model.addAttribute("severities", Arrays.stream(Severity.values()).map(Severity::label).toList());
        model.addAttribute("called", words);
        return FORM;
    }
}
