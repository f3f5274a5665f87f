package dev.upswell.server.vigil.page;

import dev.upswell.server.vigil.AlertRule;
import dev.upswell.server.vigil.Condition;
import dev.upswell.server.vigil.Condition.OfFlag;
import dev.upswell.server.vigil.Condition.OfMetric;
import dev.upswell.server.vigil.Condition.OfProbability;
import dev.upswell.server.vigil.Condition.OfScore;
import dev.upswell.server.vigil.Condition.OfTheme;
import dev.upswell.server.vigil.RuleDraft;
import dev.upswell.server.vigil.RuleForm;
import dev.upswell.server.vigil.Scope;
import dev.upswell.server.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The fields of the form in which people write a rule.
///
/// @param parts one for each condition, and empty ones up to three
public record RuleFields(String name, String kind, List<Part> parts, String scope, String scopeName, String severity,
        int coolDown) {

    private static final int SHOWN = 3;
    private static final int MOST = 5;
    private static final int LONGEST = 200;
    private static final int MOST_HOURS = 720;
    private static final int A_DAY = 24;

    public RuleFields {
        parts = List.copyOf(parts);
    }

    /// The fields of one condition.
    ///
    /// @param what the label of a metric, `probability`, `fyp`, `theme`, or the label of a flag after `flag-`; empty where nothing is asked
    /// @param value a number as people type it
    public record Part(String what, String window, String how, String value) {

        static final Part EMPTY = new Part("", "24h", "above", "");

        static Part of(Condition condition) {
            String[] words = condition.text().split(" ");
            return switch (condition) {
                case OfMetric _ -> new Part(words[0], words[1], words[2], words[3]);
                case OfProbability _,OfScore _ -> new Part(words[0], "24h", words[1], words[2]);
                case OfFlag _ -> new Part("flag-" + words[1], "24h", "above", "");
                case OfTheme _ -> new Part("theme", "24h", "above", words[1]);
            };
        }

        private String text() {
            String number = value.replace(',', '.');
            return switch (what) {
                case "" -> "";
                case "probability", "fyp" -> what + " " + how + " " + number;
                case "theme" -> "theme " + number;
                default -> what.startsWith("flag-")
                        ? "flag " + what.substring("flag-".length())
                        : what + " " + window + " " + how + " " + number;
            };
        }
    }

    static RuleFields of(AlertRule rule) {
        RuleDraft asks = rule.asks();
        return new RuleFields(asks.name(), asks.kind().label(), filled(asks.all().stream().map(Part::of).toList()),
                asks.scope().kind().label(), asks.scope().name(), asks.severity().label(),
                (int) asks.coolDown().toHours());
    }

    /// What somebody typed; where they typed nothing yet, what is usual.
    static RuleFields of(Query query) {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            String what = query.text("what" + i, LONGEST).orElse("");
            String window = query.text("window" + i, LONGEST).orElse("24h");
            String how = query.text("how" + i, LONGEST).orElse("above");
            String value = query.text("value" + i, LONGEST).orElse("");
            if (!what.isEmpty()) {
                parts.add(new Part(what, window, how, value));
            }
        }
        return new RuleFields(query.text("name", LONGEST).orElse(""), query.text("kind", LONGEST).orElse("hashtag"),
                filled(parts), query.text("scope", LONGEST).orElse(Scope.ALL.text()),
                query.text("scopeName", LONGEST).orElse(""), query.text("severity", LONGEST).orElse("warning"),
                query.number("coolDown", 0, MOST_HOURS, A_DAY));
    }

    private static List<Part> filled(List<Part> parts) {
        List<Part> all = new ArrayList<>(parts);
        while (all.size() < SHOWN) {
            all.add(Part.EMPTY);
        }
        return all;
    }

    /// Whether anything is asked.
    boolean asks() {
        return parts.stream().anyMatch(one -> !one.what().isEmpty());
    }

    /// @param unnamed how a rule is called that has no name yet
    RuleForm form(String unnamed) {
        boolean named = scope.equals("hashtag") || scope.equals("client");
        return new RuleForm(name.isEmpty() ? unnamed : name, kind,
                parts.stream().map(Part::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("; ")),
                named ? scope + " " + scopeName : scope, severity, coolDown);
    }
}
