package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.rule.Prescription;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What a rule, or an alarm, asked for about a video.
///
/// @param rule as it was written; [#ALARM] for an alarm
/// @param mark at which it fired
/// @param dueAt until when it is to be done
/// @param assignee who does it
/// @param actions what is to be done, in order
/// @param task which has how it stands; an alarm shares it with the rules that fired beside it
public record ActionPlan(String video, String rule, Mark mark, Instant asOf, Instant dueAt, String assignee,
        List<String> actions, UUID task) {

    /// In place of a rule for an alarm.
    public static final String ALARM = "alarm";

    /// Where no rule that fires says anything else.
    private static final Duration USUAL_SLA = Duration.ofHours(6);
    private static final String USUAL_ASSIGNEE = "content team";
    private static final List<String> USUAL_STEPS = List.of(
            "compare the first seconds with those of similar winners",
            "decide whether to recut, to repost in a stronger slot, or to leave it");

    public ActionPlan {
        actions = List.copyOf(actions);
    }

    /// What rules ask for together: the shortest time, the first who is named, all steps.
    record Ask(Duration sla, String assignee, List<String> steps) {

        Ask {
            steps = List.copyOf(steps);
        }

        static Ask of(List<Prescription> firing) {
            Duration sla = firing.stream().map(Prescription::sla).filter(Objects::nonNull)
                    .min(Comparator.naturalOrder()).orElse(USUAL_SLA);
            String assignee = firing.stream().map(Prescription::assignee).filter(Objects::nonNull).findFirst()
                    .orElse(USUAL_ASSIGNEE);
            Set<String> steps = new LinkedHashSet<>();
            firing.forEach(rule -> steps.addAll(rule.actions()));
            return new Ask(sla, assignee, steps.isEmpty() ? USUAL_STEPS : List.copyOf(steps));
        }
    }

    static ActionPlan ofAlarm(FypScore score, List<Prescription> firing, UUID task) {
        return of(score, ALARM, Ask.of(firing), task);
    }

    static ActionPlan ofRule(FypScore score, Prescription rule, UUID task) {
        return of(score, rule.text(), Ask.of(List.of(rule)), task);
    }

    private static ActionPlan of(FypScore score, String rule, Ask ask, UUID task) {
        return new ActionPlan(score.video().value(), rule, score.mark(), score.asOf(), score.asOf().plus(ask.sla()),
                ask.assignee(), ask.steps(), task);
    }

    /// What has to hold for a rule to fire, as it was written.
    static String conditions(Prescription rule) {
        return rule.text().split("→|->", 2)[0].strip();
    }

    /// Whether an alarm asked for it.
    public boolean isOfAlarm() {
        return rule.equals(ALARM);
    }
}
