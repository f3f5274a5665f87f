package dev.upswell.server.registry.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The backlog of improvement tasks.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Tasks", description = "What is to be done so that forecasts become or stay good")
class TasksResource {

    private static final List<String> STATES = Arrays.stream(ImprovementTask.State.values()).map(Enum::name).toList();
    private static final List<String> CATEGORIES = Arrays.stream(ImprovementTask.Category.values()).map(Enum::name)
            .toList();

    private final Governance governance;

    TasksResource(Governance governance) {
        this.governance = governance;
    }

    @GetMapping("/tasks")
    @Operation(operationId = "tasks", summary = "Improvement tasks, the pending ones first", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "OPEN, TAKEN, DONE or DROPPED; all if absent"),
            @Parameter(name = "category", in = ParameterIn.QUERY, description = "RETRAINING, FEATURE, DATA, LABEL or MODEL; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<TaskAnswer> tasks(@Parameter(hidden = true) Query query) {
        Optional<String> state = query.oneOf("state", STATES);
        Optional<String> category = query.oneOf("category", CATEGORIES);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(governance.tasks().list(governance.tenant()).stream()
                .filter(task -> state.filter(word -> !word.equals(task.state().name())).isEmpty())
                .filter(task -> category.filter(word -> !word.equals(task.order().category().name())).isEmpty())
                .map(TaskAnswer::of).toList(), paging);
    }

    @PostMapping("/tasks/retrain")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "askRetraining", summary = "Opens the task that asks for a retraining; the loop works on it at once", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead; 24 if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks, as they call themselves; the request audit has who was signed in")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "No model serves, nothing new is known since the last training, or a retraining is pending")
    TaskAnswer retrain(@Parameter(hidden = true) Query query) {
        ModelTask task = new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.number("horizon", 1, 168, ModelTask.DAILY_HASHTAGS.horizonHours()));
        String name = query.text("by", 100).filter(given -> !given.isBlank()).orElse(Decision.HAND);
        query.done();
        return TaskAnswer.of(governance.retraining().ask(governance.tenant(), task, name));
    }

    @PostMapping("/tasks/{id}/accept")
    @Operation(operationId = "taskAccepted", summary = "Accepts an open task: somebody works on it", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, as they call themselves; the request audit has who was signed in; hand if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No open task that a person can accept has this id")
    TaskAnswer accept(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse(Decision.HAND);
        query.done();
        String whole = whole(id, "problem.task");
        return TaskAnswer.of(governance.tasks().accept(governance.tenant(), whole, by));
    }

    @PostMapping("/tasks/{id}/done")
    @Operation(operationId = "taskDone", summary = "Closes a pending task as done", parameters = @Parameter(name = "result", in = ParameterIn.QUERY, description = "What came of it, in a sentence"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No pending task has this id")
    TaskAnswer done(@PathVariable String id, @Parameter(hidden = true) Query query) {
        return close(id, query, true);
    }

    @PostMapping("/tasks/{id}/drop")
    @Operation(operationId = "taskDropped", summary = "Gives up a pending task", parameters = @Parameter(name = "result", in = ParameterIn.QUERY, description = "Why, in a sentence"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No pending task has this id")
    TaskAnswer drop(@PathVariable String id, @Parameter(hidden = true) Query query) {
        return close(id, query, false);
    }

    private TaskAnswer close(String id, Query query, boolean done) {
        String result = query.text("result", 500).filter(text -> !text.isBlank()).orElse("Closed by hand.");
        query.done();
        String whole = whole(id, "problem.task");
        return TaskAnswer.of(governance.tasks().close(governance.tenant(), whole, done, result));
    }

    /// A program names a task by its whole id: the beginning of one, which people may type, could mean another tomorrow.
    private static String whole(String id, String unknown) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of(unknown));
        }
    }
}
