package dev.upswell.server.weakness.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.weakness.AnalysisDocument;
import dev.upswell.server.weakness.ErrorAnalyses;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// In which segments forecasts are worse than elsewhere.
@RestController
@RequestMapping("/api/v1/evaluations/errors")
@Tag(name = "Evaluation", description = "Predictions beside what happened, by day and by week, and why calls were wrong")
class ErrorsResource {

    private static final int LONGEST_HORIZON = 24 * 365;

    private final ErrorAnalyses analyses;

    ErrorsResource(ErrorAnalyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping
    @Operation(operationId = "errorAnalyses", summary = "Analyses of errors, the newest first: segments in which forecasts were worse than elsewhere", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 5 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<AnalysisDocument> list(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        Paging paging = query.paging(5);
        query.done();
        return new Listing<>(analyses.list(task, paging.limit(), paging.offset()).stream().map(AnalysisDocument::of)
                .toList(), analyses.count(task), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "analyseErrors", summary = "Analyses the last fortnight now, also where that was done; texts of a language model cost what it costs", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "No day of these forecasts was judged")
    AnalysisDocument analyse(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        query.done();
        analyses.run(task, true);
        return analyses.list(task, 1, 0).stream().findFirst().map(AnalysisDocument::of)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.errors.none", task.label())));
    }

    private static ModelTask task(Query query) {
        return new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.number("horizon", 1, LONGEST_HORIZON, 24));
    }
}
