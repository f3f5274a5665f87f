package dev.upswell.server.creative.rest;

import dev.upswell.server.creative.Asked;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.RunDocument;
import dev.upswell.server.creative.RunSummary;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Searches for patterns, and what they found.
@RestController
@RequestMapping("/api/v1/patterns/runs")
@Tag(name = "Patterns", description = "Which choices in videos go with engagement, and how sure that is")
class PatternsResource {

    private final PatternRuns runs;
    private final PatternWorker worker;

    PatternsResource(PatternRuns runs, PatternWorker worker) {
        this.runs = runs;
        this.worker = worker;
    }

    @GetMapping
    @Operation(operationId = "patternRuns", summary = "Searches for patterns, the last first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RunAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        PatternRuns.Part part = runs.list(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(this::answer).toList(), part.total(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "patternRun", summary = "One search: the videos it chose and left out, and for each length, and for unknown length where it was asked for, figures, models, patterns with their evidence, anti-patterns, and what was not confirmed")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no search under this id")
    RunDocument one(@PathVariable String id, @Parameter(hidden = true) Query query, Locale language) {
        query.done();
        PatternRun run = runs.get(id);
        return RunDocument.of(run, runs.failures(run.id()), language);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "searchPatterns", summary = "Begins to search for patterns, or goes on with a search that asked for the same and was cut off; ask for the id until its state is no longer open", parameters = {
            @Parameter(name = "client", in = ParameterIn.QUERY, description = "For whom, in free words; required"),
            @Parameter(name = "hashtag", in = ParameterIn.QUERY, description = "Videos of this hashtag; all videos if neither it nor creators are there"),
            @Parameter(name = "creators", in = ParameterIn.QUERY, description = "Videos of these creators: handles with commas between"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Posted on this day or later, UTC"),
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "Posted on this day or earlier, UTC"),
            @Parameter(name = "minViews", in = ParameterIn.QUERY, description = "At least so many views; 1000 if absent"),
            @Parameter(name = "minEngagement", in = ParameterIn.QUERY, description = "At least this engagement rate, a fraction; 0.01 if absent"),
            @Parameter(name = "collect", in = ParameterIn.QUERY, description = "So many videos are looked at, 1 to 20000; 800 if absent"),
            @Parameter(name = "best", in = ParameterIn.QUERY, description = "So many of each length, the best, 0 to 1000; 50 if absent"),
            @Parameter(name = "sample", in = ParameterIn.QUERY, description = "So many of the rest of each length, 0 to 1000; 50 if absent"),
            @Parameter(name = "adjustment", in = ParameterIn.QUERY, description = "How tests allow for their number: benjamini_hochberg or bonferroni; the first if absent"),
            @Parameter(name = "widen", in = ParameterIn.QUERY, description = "What is done about lengths with too few videos: hashtags (other days come in, the nearest first, then hashtags that often stand beside the one asked for), dates or none; the first if absent"),
            @Parameter(name = "unknownLength", in = ParameterIn.QUERY, description = "What is done with videos whose length nobody tells: leave (left out with that reason) or search (searched too, as a group of their own, bucket unknown, which is no length); the first if absent"),
            @Parameter(name = "seed", in = ParameterIn.QUERY, description = "Of everything random; 42 if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "Patterns are being searched for")
    @ApiResponse(responseCode = "422", description = "No client or no usable subject is named, or no video can be used")
    RunAnswer search(@Parameter(hidden = true) Query query) {
        return answer(runs.get(worker.begin(Asked.of(query, "REST")).toString()));
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "resumePatternRun", summary = "Goes on with a search that was cut off, with its next video")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "404", description = "There is no search under this id")
    @ApiResponse(responseCode = "409", description = "It has ended, or patterns are being searched for")
    RunAnswer resume(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(runs.get(worker.resume(id).toString()));
    }

    @PostMapping("/{id}/give-up")
    @Operation(operationId = "giveUpPatternRun", summary = "Gives up a search that has not ended, at work or cut off; it stops at its next video or step, and what was read stays", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who gives it up; REST if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no search under this id")
    @ApiResponse(responseCode = "409", description = "It has ended")
    RunAnswer giveUp(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return answer(runs.giveUp(id, by));
    }

    private RunAnswer answer(PatternRun run) {
        return RunAnswer.of(RunSummary.of(run), worker.way(run.id()));
    }
}
