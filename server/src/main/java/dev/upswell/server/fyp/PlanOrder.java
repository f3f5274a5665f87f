package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.web.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a task about a video says.
final class PlanOrder {

    private PlanOrder() {
    }

    /// The topic: of one video one plan is pending at most.
    static String topic(FypScore score) {
        return "act on video " + score.video().value();
    }

    /// The sentence by which an alarm is told.
    static String title(FypScore score) {
        return "Act on video " + score.video().value() + ": " + score.alarms().stream()
                .map(metric -> "%s %s".formatted(name(metric),
                        value(metric, Objects.requireNonNull(score.parts().get(metric)).value())))
                .collect(Collectors.joining(", "));
    }

    /// The order of an alarm.
    ///
    /// @param medians of the brand's videos at this mark
    /// @param firing rules that fire for the score
    static Order ofAlarm(FypScore score, Map<FypMetric, Double> medians, List<Prescription> firing) {
        ActionPlan.Ask ask = ActionPlan.Ask.of(firing);
        return new Order(topic(score), title(score), Category.CONTENT, trigger(score, medians), asked(score, ask),
                "views per minute over the first hour reach the median of your videos", ask.assignee(),
                due(score, ask), facts(score, ask.sla()));
    }

    /// The order of a rule that fires without an alarm.
    static Order ofRule(FypScore score, Prescription rule) {
        ActionPlan.Ask ask = ActionPlan.Ask.of(List.of(rule));
        String conditions = ActionPlan.conditions(rule);
        return new Order(topic(score) + " by " + conditions,
                "Act on video " + score.video().value() + ": " + String.join(", ", ask.steps()), Category.CONTENT,
                fired(score, conditions), asked(score, ask), "the next score of the video is at least as high",
                ask.assignee(), due(score, ask), facts(score, ask.sla()));
    }

    private static String asked(FypScore score, ActionPlan.Ask ask) {
        return "To do until " + Times.kept(score.asOf().plus(ask.sla())) + ": " + String.join("; ", ask.steps()) + ".";
    }

    private static LocalDate due(FypScore score, ActionPlan.Ask ask) {
        return score.asOf().plus(ask.sla()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String fired(FypScore score, String conditions) {
        String age = switch (score.mark()) {
            case QUARTER -> "15 minutes";
            case HOUR -> "An hour";
            case DAY -> "A day";
        };
        List<String> figures = new ArrayList<>();
        score.fyp().ifPresent(fyp -> figures.add("FYP score %.0f".formatted(fyp)));
        score.parts().forEach((metric, part) -> {
            if (score.place(metric).isPresent() && named(conditions, metric)) {
                figures.add("%s %s, above %.0f %% of your videos of 14 days".formatted(name(metric),
                        value(metric, part.value()), score.place(metric).getAsDouble()));
            }
        });
        return age + " after posting the rule “" + conditions + "” fires: " + String.join("; ", figures) + ".";
    }

    private static boolean named(String conditions, FypMetric metric) {
        return Pattern.compile("\\b" + Pattern.quote(metric.word()) + "\\b").matcher(conditions).find();
    }

    private static String trigger(FypScore score, Map<FypMetric, Double> medians) {
        return "15 minutes after posting: " + score.alarms().stream().map(metric -> {
            Double median = medians.get(metric);
            return "%s %s, above %.0f %% of your videos of 14 days%s".formatted(name(metric),
                    value(metric, Objects.requireNonNull(score.parts().get(metric)).value()),
                    score.place(metric).orElse(0),
                    median == null ? "" : " (their median: " + value(metric, median) + ")");
        }).collect(Collectors.joining("; ")) + ".";
    }

    private static Map<String, Double> facts(FypScore score, Duration sla) {
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("slaHours", sla.toMinutes() / 60.0);
        for (FypMetric metric : score.alarms()) {
            OptionalDouble place = score.place(metric);
            facts.put(metric.word().toLowerCase(Locale.ROOT) + "_place", place.orElse(0));
        }
        score.fyp().ifPresent(fyp -> facts.put("fyp", fyp));
        return facts;
    }

    private static String name(FypMetric metric) {
        return switch (metric) {
            case V15 -> "views per minute over the first 15 minutes";
            case V60 -> "views per minute over the first hour";
            case V24 -> "views per minute over the first day";
            case COMPLETION_RATE -> "completion";
            case DROP_0_3S -> "loss in the first 3 seconds";
            case DROP_3_5S -> "loss between 3 and 5 seconds";
            case ENGAGEMENT_RATE -> "engagement";
            case SHARE_RATIO -> "shares by views";
            case CTR_PROFILE -> "visits of the profile by views";
            case CTR_LINK -> "clicks on the link by views";
            case FOLLOW_CONVERSION -> "new followers by views";
            case TREND -> "match with what trends";
            case TIMING -> "slot of posting";
            case CONSISTENCY -> "evenness of posting";
            case REWATCH_RATIO -> "views beyond the first of a person";
        };
    }

    /// A value with its unit, such as `12.0 views/min` or `4.2 %`.
    private static String value(FypMetric metric, double value) {
        return switch (metric.unit()) {
            case PER_MINUTE -> String.format(Locale.ROOT, value < 100 ? "%,.1f views/min" : "%,.0f views/min", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case POINTS -> String.format(Locale.ROOT, "%.1f of 100", value);
        };
    }
}
