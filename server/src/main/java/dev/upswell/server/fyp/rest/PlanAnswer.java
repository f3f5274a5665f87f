package dev.upswell.server.fyp.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.fyp.ActionPlan;
import dev.upswell.server.fyp.ActionPlanList;
import dev.upswell.server.registry.ImprovementTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a rule, or an alarm, asked for about a video.
@Schema(name = "VideoPlan")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanAnswer(UUID task, String video, @Schema(description = "As it was written; alarm for an alarm") String rule,
        @Schema(description = "15m, 1h or 24h") String mark, Instant asOf, Instant dueAt, String assignee,
        List<String> actions, ImprovementTask.State state,
        @Schema(description = "What came of it; absent while it is pending") @Nullable String result,
        @Nullable Instant closedAt) {

    static PlanAnswer of(ActionPlanList.Standing standing) {
        ActionPlan plan = standing.plan();
        ImprovementTask task = standing.task();
        return new PlanAnswer(task.id(), plan.video(), plan.rule(), plan.mark().label(), plan.asOf(), plan.dueAt(),
                plan.assignee(), plan.actions(), task.state(), task.result(), task.closedAt());
    }
}
