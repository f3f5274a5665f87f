package dev.upswell.server.contest.rest;

import dev.upswell.server.contest.Contest;
import dev.upswell.server.contest.EvaluationDocument;
import dev.upswell.server.contest.LearntRanker;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rankers that were learnt, and how configurations order later lists.
@RestController
@RequestMapping("/api/v1/recommendations")
@Tag(name = "Recommendations")
class RankersResource {

    private final Contest contest;

    RankersResource(Contest contest) {
        this.contest = contest;
    }

    @GetMapping("/rankers")
    @Operation(operationId = "recommendationRankers", summary = "Rankers that were learnt from what people did, the last first, with how they did on lists that they did not learn from", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<LearntRanker> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(contest.rankers().list(), paging);
    }

    @GetMapping("/evaluation")
    @Operation(operationId = "recommendationEvaluation", summary = "How active configurations order the last quarter of the lists that were shown, beside popularity in the first three quarters")
    EvaluationDocument evaluation(@Parameter(hidden = true) Query query) {
        query.done();
        return contest.evaluations().evaluate();
    }
}
