package dev.upswell.server.registry.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Transition;
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
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How models come to serve: challengers, approvals, and what was decided why.
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "Trained models, where each came from, and which one serves")
class LifecycleResource {

    private static final int LONGEST_HISTORY = 10_000;

    private final Governance governance;

    LifecycleResource(Governance governance) {
        this.governance = governance;
    }

    @PostMapping("/{id}/approve")
    @Operation(operationId = "approveModel", summary = "Lets a model serve that met the rule and awaits approval", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who approves, as they call themselves; the request audit has who was signed in"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    @ApiResponse(responseCode = "409", description = "The model does not await approval")
    Listing<TransitionAnswer> approve(@PathVariable String id, @Parameter(hidden = true) Query query) {
        return decided(id, query, (model, name) -> governance.models().approve(governance.tenant(), model, name));
    }

    @PostMapping("/{id}/reject")
    @Operation(operationId = "rejectModel", summary = "Takes a model that is in shadow or awaits approval out of the race", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who refuses it, as they call themselves; the request audit has who was signed in"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    @ApiResponse(responseCode = "409", description = "The model is not on its way to serve")
    Listing<TransitionAnswer> reject(@PathVariable String id, @Parameter(hidden = true) Query query) {
        return decided(id, query, (model, name) -> governance.models().reject(governance.tenant(), model, name));
    }

    @GetMapping("/{id}/history")
    @Operation(operationId = "modelHistory", summary = "All changes of one model's state, from its training on")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    Listing<TransitionAnswer> history(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return history(governance.models().find(governance.tenant(), uuid(id))
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model"))));
    }

    @GetMapping("/history")
    @Operation(operationId = "taskHistory", summary = "Changes of the states of a task's models, the newest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "Kind of entity; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, such as 24 or 24h; 24 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<TransitionAnswer> history(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        Paging paging = query.paging(50);
        query.done();
        List<Transition> all = governance.models().history(governance.tenant(), task, LONGEST_HISTORY);
        return Listing.of(all.stream().map(TransitionAnswer::of).toList(), paging);
    }

    @GetMapping("/challengers")
    @Operation(operationId = "challengers", summary = "Models on their way to serve, with their figures so far beside the serving one", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "Kind of entity; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, such as 24 or 24h; 24 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ChallengerAnswer> challengers(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(governance.review().progress(governance.tenant(), task).stream().map(ChallengerAnswer::of)
                .toList(), paging);
    }

    private static ModelTask task(Query query) {
        return new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.hours("horizon", 1, 168, ModelTask.DAILY_HASHTAGS.horizonHours()));
    }

    /// What a person, as they call themselves, decided of a model.
    private Listing<TransitionAnswer> decided(String id, Query query,
            BiFunction<UUID, String, RegisteredModel> decision) {
        String name = query.text("by", 100).orElse(Decision.HAND);
        query.done();
        UUID model = uuid(id);
        return history(decision.apply(model, name));
    }

    private Listing<TransitionAnswer> history(RegisteredModel model) {
        return Listing.of(governance.models().history(governance.tenant(), model.id()).stream()
                .map(TransitionAnswer::of).toList(), new Paging(500, 0));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }
}
