package dev.upswell.server.registry.rest;

import dev.upswell.server.registry.ImprovementTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task of the backlog as programs read it.
@Schema(name = "Task", description = "Something to be done so that forecasts become or stay good")
record TaskAnswer(UUID id, ImprovementTask.State state, ImprovementTask.Category category,
        @Schema(description = "Of one topic at most one task is pending") String topic, String title,
        @Schema(description = "What was observed") String trigger, String hypothesis,
        @Schema(description = "By what it will be seen that it helped") String successMetric, String ownerAgent,
        @Schema(description = "When a person should look at it") LocalDate reviewDate,
        @Schema(description = "Figures behind it, by name") Map<String, Double> facts, Instant openedAsOf,
        Instant createdAt,
        @Schema(description = "What came of it; absent while it is pending") @Nullable String result,
        @Nullable Instant closedAt) {

    static TaskAnswer of(ImprovementTask task) {
        ImprovementTask.Order order = task.order();
        return new TaskAnswer(task.id(), task.state(), order.category(), order.topic(), order.title(), order.trigger(),
                order.hypothesis(), order.successMetric(), order.ownerAgent(), order.reviewDate(), order.facts(),
                task.openedAsOf(), task.createdAt(), task.result(), task.closedAt());
    }
}
