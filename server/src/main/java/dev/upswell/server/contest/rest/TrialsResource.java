package dev.upswell.server.contest.rest;

import dev.upswell.server.contest.ConfigurationTrials;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.contest.TrialDocument;
import dev.upswell.server.contest.TrialForm;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Trials of two configurations of recommendations.
@RestController
@RequestMapping("/api/v1/recommendations/trials")
@Tag(name = "Recommendations")
class TrialsResource {

    private final ConfigurationTrials trials;

    TrialsResource(Contest contest) {
        trials = contest.trials();
    }

    @GetMapping
    @Operation(operationId = "recommendationTrials", summary = "Trials of two configurations beside each other with what they tell, the last begun first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<TrialDocument> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(trials.list().stream().map(TrialDocument::of).toList(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginRecommendationTrial", summary = "Begins a trial: every request belongs to it until it ends", parameters = {
            @Parameter(name = "a", in = ParameterIn.QUERY, required = true, description = "First configuration, active or waiting"),
            @Parameter(name = "b", in = ParameterIn.QUERY, required = true, description = "Second configuration"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "ab: each account has the lists of one of them; interleave: each list is of both; ab if absent", schema = @Schema(allowableValues = {
                    "ab", "interleave"})),
            @Parameter(name = "name", in = ParameterIn.QUERY, description = "Lower-case letters, digits and hyphens; made of both names if absent"),
            @Parameter(name = "effect", in = ParameterIn.QUERY, description = "Difference of reward per list that an A/B test is quickest at; 1 if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who begins it; hand if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "A configuration is not kept")
    @ApiResponse(responseCode = "409", description = "Another runs, or there was one of its name")
    @ApiResponse(responseCode = "422", description = "Both are the same, or a name or number cannot be")
    TrialDocument begin(@Parameter(hidden = true) Query query) {
        return TrialDocument.of(trials.begin(TrialForm.wanted(query)));
    }

    @GetMapping("/{name}")
    @Operation(operationId = "recommendationTrial", summary = "A trial with what it tells, now while it runs")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    TrialDocument one(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return TrialDocument.of(trials.get(name));
    }

    @PostMapping("/{name}/end")
    @Operation(operationId = "endRecommendationTrial", summary = "Ends a trial: requests are dealt as without it", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who ends it; hand if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    @ApiResponse(responseCode = "409", description = "It has ended")
    TrialDocument end(@PathVariable String name, @Parameter(hidden = true) Query query) {
        return TrialDocument.of(trials.end(name, TrialForm.by(query)));
    }

    @PostMapping("/{name}/promote")
    @Operation(operationId = "promoteRecommendationTrial", summary = "Takes the winner for all: the other is retired and so is whatever else was active, and a ranker that the winner names serves from here on", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who does it; hand if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    @ApiResponse(responseCode = "409", description = "Nobody won, the winner was promoted already or retired since, or another trial runs")
    TrialDocument promote(@PathVariable String name, @Parameter(hidden = true) Query query) {
        return TrialDocument.of(trials.promote(name, TrialForm.by(query)));
    }
}
