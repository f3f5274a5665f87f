package dev.upswell.server.cli.alert;

import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.vigil.AlertRule;
import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.vigil.Condition;
import dev.upswell.server.vigil.Preview;
import dev.upswell.server.vigil.RuleDocument;
import dev.upswell.server.vigil.RuleDocument.PreviewDocument;
import dev.upswell.server.vigil.RuleForm;
import java.util.List;
import java.util.stream.Collectors;

/// What the command does with rules.
///
/// @param by who does it
record RuleActions(Screen screen, AlertRules rules, String by) {

    void list() {
        List<AlertRule> all = rules.list();
        screen.document(all.stream().map(RuleDocument::of).toList());
        if (all.isEmpty()) {
            screen.line("There are no alert rules.");
            return;
        }
        var table = new TextTable("id", "name", "of", "when", "severity", ">cool-down [h]", "paused");
        for (AlertRule one : all) {
            table.row(one.id().toString().substring(0, 8), one.asks().name(),
                    one.asks().kind().label() + ", " + one.asks().scope().text(), conditions(one),
                    one.asks().severity().label(), String.valueOf(one.asks().coolDown().toHours()),
                    one.paused() ? "yes" : "no");
        }
        screen.line(table.toString());
    }

    void preview(RuleForm form) {
        Preview preview = rules.preview(form.read());
        screen.document(PreviewDocument.of(preview));
        if (preview.until() == null) {
            screen.line("Nothing was computed yet, so there is nothing that it could have rung of.");
            return;
        }
        screen.line("It would have rung %d times of %d things as of later than %s and no later than %s."
                .formatted(preview.times(), preview.things(), preview.from(), preview.until()));
        preview.examples().forEach(one -> screen.line("  " + one.hit().at() + "  " + one.name()));
    }

    void make(RuleForm form) {
        told(rules.make(form.read(), by), "stands");
    }

    void pause(String meant, boolean paused) {
        told(rules.pause(rules.get(meant), paused, by), paused ? "rests" : "rings again");
    }

    void remove(String meant) {
        AlertRule rule = rules.get(meant);
        rules.remove(rule, by);
        told(rule, "was removed; its alerts stay");
    }

    private void told(AlertRule rule, String what) {
        screen.document(RuleDocument.of(rule));
        screen.line("The rule " + rule.asks().name() + " " + what + ": " + conditions(rule) + ".");
    }

    private static String conditions(AlertRule rule) {
        return rule.asks().all().stream().map(Condition::text).collect(Collectors.joining(" and "));
    }
}
