package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// What a task about a video says.
final class ActionPlan {

    /// Where no rule that fires says anything else.
    private static final Duration USUAL_SLA = Duration.ofHours(6);
    private static final String USUAL_ASSIGNEE = "content team";
    private static final List<String> USUAL_STEPS = List.of(
            "compare the first seconds with those of similar winners",
            "decide whether to recut, to repost in a stronger slot, or to leave it");

    private ActionPlan() {
    }

    /// The topic: of one video one plan is pending at most.
    static String topic(FypScore score) {
        return "act on video " + score.video().value();
    }

    /// The sentence by which an alarm is told.
    static String title(FypScore score) {
        return "Act on video " + score.video().value() + ": " + score.alarms().stream()
                .map(metric -> "%s %s".formatted(MetricText.name(metric),
                        MetricText.value(metric, Objects.requireNonNull(score.parts().get(metric)).value())))
                .collect(Collectors.joining(", "));
    }

    /// The order of an alarm.
    ///
    /// @param medians of the brand's videos at this mark
    /// @param firing rules that fire for the score
    static Order order(FypScore score, Map<FypMetric, Double> medians, List<Prescription> firing) {
        Duration sla = firing.stream().map(Prescription::sla).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).orElse(USUAL_SLA);
        String assignee = firing.stream().map(Prescription::assignee).filter(Objects::nonNull).findFirst()
                .orElse(USUAL_ASSIGNEE);
        Set<String> steps = new LinkedHashSet<>();
        firing.forEach(rule -> steps.addAll(rule.actions()));
        if (steps.isEmpty()) {
            steps.addAll(USUAL_STEPS);
        }
        Instant due = score.asOf().plus(sla);
        return new Order(topic(score), title(score), Category.CONTENT, trigger(score, medians),
                "To do until " + Times.kept(due) + ": " + String.join("; ", steps) + ".",
                "views per minute over the first hour reach the median of your videos", assignee,
                due.atZone(ZoneOffset.UTC).toLocalDate(), facts(score, sla));
    }

    private static String trigger(FypScore score, Map<FypMetric, Double> medians) {
        return "15 minutes after posting: " + score.alarms().stream().map(metric -> {
            Double median = medians.get(metric);
            return "%s %s, above %.0f %% of your videos of 14 days%s".formatted(MetricText.name(metric),
                    MetricText.value(metric, Objects.requireNonNull(score.parts().get(metric)).value()),
                    score.place(metric).orElse(0),
                    median == null ? "" : " (their median: " + MetricText.value(metric, median) + ")");
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
}
