package dev.upswell.server.fyp.page;

import dev.upswell.server.fyp.ActionPlan;
import dev.upswell.server.fyp.ActionPlanList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was asked for about a video, as pages show it.
///
/// @param rule null for an alarm
/// @param state open, taken, done or dropped
/// @param late whether its time is over and it is still to be done
/// @param result what came of it; null while it is to be done
public record PlanRow(String task, String video, @Nullable String rule, String mark, Instant dueAt, String assignee,
        List<String> actions, String state, boolean pending, boolean late, @Nullable String result) {

    public PlanRow {
        actions = List.copyOf(actions);
    }

    static PlanRow of(ActionPlanList.Standing standing, Instant now) {
        ActionPlan plan = standing.plan();
        return new PlanRow(plan.task().toString(), plan.video(), plan.isOfAlarm() ? null : plan.rule(),
                plan.mark().label(), plan.dueAt(), plan.assignee(), plan.actions(),
                standing.task().state().name().toLowerCase(Locale.ROOT), standing.isPending(),
                standing.isPending() && plan.dueAt().isBefore(now), standing.task().result());
    }
}
