package dev.upswell.server.weigh.rest;

import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.Asked;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.weigh.LearningWorker;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Weights that are learnt from what creators brought.
@RestController
@RequestMapping("/api/v1/scorecards/learnt-weights")
@Tag(name = "Creators")
class LearntWeightsResource {

    private final Learning learning;
    private final LearningWorker worker;

    LearntWeightsResource(Learning learning, LearningWorker worker) {
        this.learning = learning;
        this.worker = worker;
    }

    @GetMapping
    @Operation(operationId = "learntWeights", summary = "Weights that were learnt from what creators brought, or what was too little for it; the last first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<LearntAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Learning.Part part = learning.list(paging.limit(), paging.offset());
        KeptWeighting inForce = learning.cards().weightings().inForce();
        return new Listing<>(part.items().stream().map(one -> answer(one, inForce)).toList(), part.total(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "learntWeightsById", summary = "Learnt weights beside the written ones, what they rest on, and how they rank later revenue")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing was learnt under this id")
    LearntAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(learning.get(id), learning.cards().weightings().inForce());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "learnWeights", summary = "Begins to learn weights from this tenant's scorecards, orders and told revenue; ask for the id until its state is no longer running", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, description = "Weighting under which they are kept; learnt if absent"),
            @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "Nothing told later counts; now if absent"),
            @Parameter(name = "period", in = ParameterIn.QUERY, description = "Days of a period, 7 to 92; 28 if absent"),
            @Parameter(name = "judge", in = ParameterIn.QUERY, description = "So many of the last periods judge, 1 to 24; 3 if absent"),
            @Parameter(name = "tiers", in = ParameterIn.QUERY, description = "ordered, fixed or free; ordered if absent"),
            @Parameter(name = "seed", in = ParameterIn.QUERY, description = "Which draws the intervals rest on; 1 if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "Weights are being learnt")
    @ApiResponse(responseCode = "422", description = "The name cannot be used, or asOf lies in the future")
    LearntAnswer learn(@Parameter(hidden = true) Query query) {
        Learning.Wanted wanted = Asked.of(query, "REST");
        query.done();
        String id = worker.begin(wanted).toString();
        return answer(learning.get(id), learning.cards().weightings().inForce());
    }

    @PostMapping("/{id}/adopt")
    @Operation(operationId = "adoptLearntWeights", summary = "Puts learnt weights in force, and scores the last card of every creator by them; POST /api/v1/scorecards/weightings/{name}/withdraw takes them out of force", parameters = {
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why; required"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who adopts them; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing was learnt under this id")
    @ApiResponse(responseCode = "409", description = "There are no weights under it, or creators are being scored")
    @ApiResponse(responseCode = "422", description = "No reason is given")
    LearntAnswer adopt(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String reason = query.text("reason", 500).orElse("");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return answer(learning.get(id), learning.adopt(id, reason, by));
    }

    private LearntAnswer answer(LearntWeights one, KeptWeighting inForce) {
        return LearntAnswer.of(one, inForce, worker.share(one.id()).orElse(null));
    }
}
