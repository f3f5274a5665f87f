package dev.upswell.server.fyp.rest;

import dev.upswell.server.fyp.ActionPlanList;
import dev.upswell.server.fyp.VideoScores;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What rules and alarms asked for about videos, and how it stands.
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "Video scores")
class PlansResource {

    private static final List<String> STATES = List.of("pending", "closed");

    private final ActionPlanList plans;

    PlansResource(VideoScores scores) {
        plans = scores.plans();
    }

    @GetMapping
    @Operation(operationId = "videoPlans", summary = "What rules and alarms asked for about videos, those to be done first; the 500 of the latest marks", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "pending or closed; both if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PlanAnswer> list(@Parameter(hidden = true) Query query) {
        String state = query.oneOf("state", STATES).orElse("");
        Paging paging = query.paging(50);
        query.done();
        return Listing
                .of(plans.list().stream().filter(one -> state.isEmpty() || one.isPending() == state.equals("pending"))
                        .map(PlanAnswer::of).toList(), paging);
    }

    @PostMapping("/{task}/done")
    @Operation(operationId = "videoPlanDone", summary = "Says that what was asked for was done; gives every plan that shares the task", parameters = @Parameter(name = "result", in = ParameterIn.QUERY, description = "What came of it, in a sentence"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No plan has this task, or it is closed")
    Closed done(@PathVariable String task, @Parameter(hidden = true) Query query) {
        return close(task, query, true);
    }

    @PostMapping("/{task}/decline")
    @Operation(operationId = "videoPlanDeclined", summary = "Declines what was asked for; it is not asked for again", parameters = @Parameter(name = "result", in = ParameterIn.QUERY, description = "Why, in a sentence"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No plan has this task, or it is closed")
    Closed decline(@PathVariable String task, @Parameter(hidden = true) Query query) {
        return close(task, query, false);
    }

    private Closed close(String task, Query query, boolean done) {
        String result = query.text("result", 500).filter(text -> !text.isBlank()).orElse("Closed by hand.");
        query.done();
        return new Closed(plans.close(id(task), done, result).stream().map(PlanAnswer::of).toList());
    }

    /// Plans that were closed together.
    ///
    /// @param plans every plan that shares the task
    record Closed(List<PlanAnswer> plans) {

        Closed {
            plans = List.copyOf(plans);
        }
    }

    private static UUID id(String task) {
        try {
            return UUID.fromString(task);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.task"));
        }
    }
}
