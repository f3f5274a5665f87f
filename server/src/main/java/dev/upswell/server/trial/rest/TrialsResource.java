package dev.upswell.server.trial.rest;

import dev.upswell.server.trial.TrialForm;
import dev.upswell.server.trial.Trials;
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

/// Patterns that are tried in the field.
@RestController
@RequestMapping("/api/v1/trials")
@Tag(name = "Trials")
class TrialsResource {

    private final Trials trials;

    TrialsResource(Trials trials) {
        this.trials = trials;
    }

    @GetMapping
    @Operation(operationId = "trials", summary = "Trials of patterns with their verdicts, the last begun first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<TrialAnswer> list(@Parameter(hidden = true) Query query, Locale language) {
        Paging paging = query.paging(50);
        query.done();
        Trials.Part part = trials.list(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(one -> TrialAnswer.of(one, false, language)).toList(),
                part.total(),
                paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "beginTrial", summary = "Begins to try a pattern", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, description = "What people call it; required"),
            @Parameter(name = "feature", in = ParameterIn.QUERY, description = "Creative choice that test videos are asked for; required"),
            @Parameter(name = "side", in = ParameterIn.QUERY, description = "above or at_most; above if absent"),
            @Parameter(name = "threshold", in = ParameterIn.QUERY, description = "In the unit of the feature; 0.5 if absent, for flags"),
            @Parameter(name = "bucket", in = ParameterIn.QUERY, description = "up_to_15, up_to_30, up_to_60, up_to_90 or up_to_120; up_to_30 if absent"),
            @Parameter(name = "lift", in = ParameterIn.QUERY, description = "Lift it is planned to find, 1.3 to 3; if absent what earlier trials let expect, 1.5 without them"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who begins it; REST if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "There is no such choice, or the lift cannot be planned for")
    TrialAnswer begin(@Parameter(hidden = true) Query query, Locale language) {
        return TrialAnswer.of(trials.begin(TrialForm.wanted(query, "REST")), true, language);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "trial", summary = "A trial: its verdict, what it rests on, and how many more videos it needs")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such trial")
    TrialAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query, Locale language) {
        query.done();
        return TrialAnswer.of(trials.get(id), true, language);
    }

    @PostMapping("/{id}/videos")
    @Operation(operationId = "addTrialVideo", summary = "Adds a video to a trial, or changes what was told of it", parameters = {
            @Parameter(name = "video", in = ParameterIn.QUERY, description = "Id of the video; required"),
            @Parameter(name = "arm", in = ParameterIn.QUERY, description = "test or control; required, and stays"),
            @Parameter(name = "creator", in = ParameterIn.QUERY, description = "Handle; if absent the one that is stored"),
            @Parameter(name = "posted", in = ParameterIn.QUERY, description = "When it was posted; if absent what is stored, or what its id tells"),
            @Parameter(name = "rate", in = ParameterIn.QUERY, description = "Engagement rate at seven days, 0 to 1; if absent stored readings tell it"),
            @Parameter(name = "made", in = ParameterIn.QUERY, description = "done, not_done or unknown; if absent its analysis tells it"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who adds it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such trial")
    @ApiResponse(responseCode = "409", description = "The trial has ended, or the video is in the other arm")
    @ApiResponse(responseCode = "422", description = "Nobody knows when it was posted, or a rate is told before its seventh day")
    TrialAnswer add(@PathVariable String id, @Parameter(hidden = true) Query query, Locale language) {
        return TrialAnswer.of(trials.add(id, TrialForm.added(query, "REST")), true, language);
    }

    @PostMapping("/{id}/end")
    @Operation(operationId = "endTrial", summary = "Ends a trial: its verdict stays, and later trials expect what it found")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such trial")
    @ApiResponse(responseCode = "409", description = "It has ended already")
    TrialAnswer end(@PathVariable String id, @Parameter(hidden = true) Query query, Locale language) {
        query.done();
        return TrialAnswer.of(trials.end(id), true, language);
    }
}
