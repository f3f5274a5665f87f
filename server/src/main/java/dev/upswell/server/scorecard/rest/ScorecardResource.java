package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Comparison;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.SeedAnalysis;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.ScorecardRequest;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Scores creators by what a request tells of them, under the paths that the origin of these scorecards has.
@RestController
@Tag(name = "Scorecards", description = "How well creators do what brings revenue, from 0 to 1: thirteen indicators, what holds them back, what to do")
class ScorecardResource {

    private static final List<String> MODES = List.of("default", "compatibility");

    private final Words words;
    private final Scoring.Source scoring;

    ScorecardResource(Words words, Scoring.Source scoring) {
        this.words = words;
        this.scoring = scoring;
    }

    @PostMapping(path = "/analyze", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "analyze", summary = "The scorecard of a creator; what is missing is neither 0 nor a default", parameters = {
            @Parameter(name = "mode", in = ParameterIn.QUERY, description = "default, or compatibility for the origin's arithmetic and answer, defaults and all")})
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScorecardAnswer.class)))
    Object analyze(@RequestBody String body, @Parameter(hidden = true) Query query) {
        boolean asSeed = asSeed(query);
        ScorecardRequest request = read(body, asSeed);
        if (asSeed) {
            return SeedAnswer.analysis(SeedAnalysis.of(CreatorInputs.asSeed(request.inputs())), words);
        }
        return scored(request.creator(), request.inputs());
    }

    private ScorecardAnswer scored(@Nullable String creator, Map<Input, Double> values) {
        CreatorInputs inputs = CreatorInputs.of(values);
        Scoring by = scoring.now();
        return ScorecardAnswer.of(creator, inputs, Scorecard.of(inputs, by.weighting()),
                Diagnosis.of(inputs, by.weighting(), by.evidence()), words);
    }

    @PostMapping(path = "/analyze/batch", consumes = {"text/csv", "application/x-ndjson", "application/jsonl",
            MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    @Operation(operationId = "analyzeBatch", summary = "The scores of many creators, in short; rows that cannot be scored are named with their line and all that is wrong", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, description = "A CSV whose header names inputs, or a JSON object on each line; at most 10 MB and 20,000 rows", content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))}))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "It is longer than 10 MB or 20,000 rows, or no UTF-8")
    BatchAnswer batch(@Parameter(hidden = true) InputStream body, @Parameter(hidden = true) Query query) {
        query.done();
        return BatchAnswer.of(BatchText.rows(body), scoring.now());
    }

    @PostMapping(path = "/compare-algorithms", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "compareAlgorithms", summary = "The same creator by the written weights and by equal ones; that one gives more points says nothing of which is right", parameters = {
            @Parameter(name = "mode", in = ParameterIn.QUERY, description = "default or compatibility")})
    @ApiResponse(responseCode = "200")
    ComparisonAnswer compare(@RequestBody String body, @Parameter(hidden = true) Query query) {
        boolean asSeed = asSeed(query);
        ScorecardRequest request = read(body, asSeed);
        CreatorInputs inputs = asSeed
                ? CreatorInputs.asSeed(request.inputs())
                : CreatorInputs.of(request.inputs());
        return ComparisonAnswer.of(Comparison.of(Scorecard.of(inputs, Weighting.SEED), Weighting.EQUAL), words);
    }

    private static boolean asSeed(Query query) {
        boolean asSeed = query.choice("mode", MODES, MODES.getFirst()).equals("compatibility");
        query.done();
        return asSeed;
    }

    private static ScorecardRequest read(String body, boolean asSeed) {
        return switch (ScorecardRequest.of(body, asSeed)) {
            case Read.Sound(ScorecardRequest request) -> request;
            case Read.Broken(List<String> problems) -> throw WebProblem
                    .badRequest(problems.stream().map(one -> Sentence.of("problem.said", one)).toList());
        };
    }

    @GetMapping("/weights/api")
    @Operation(operationId = "scorecardWeights", summary = "How much each indicator counts, written down by the origin, and what it is made from")
    @ApiResponse(responseCode = "200")
    WeightsAnswer weights(@Parameter(hidden = true) Query query) {
        query.done();
        return WeightsAnswer.of(Weighting.SEED);
    }

    @GetMapping("/health")
    @Operation(operationId = "health", summary = "That scorecards can be asked for")
    @ApiResponse(responseCode = "200")
    Health health(@Parameter(hidden = true) Query query) {
        query.done();
        return new Health("healthy");
    }

    @GetMapping("/demo-data")
    @Operation(operationId = "demoData", summary = "A made-up creator: the inputs as POST /analyze takes them, and what they come to")
    @ApiResponse(responseCode = "200")
    DemoAnswer demo(@Parameter(hidden = true) Query query) {
        query.done();
        CreatorInputs inputs = CreatorInputs.of(DemoAnswer.INPUTS);
        return DemoAnswer.of(scored(DemoAnswer.CREATOR, DemoAnswer.INPUTS),
                ComparisonAnswer.of(Comparison.of(Scorecard.of(inputs, Weighting.SEED), Weighting.EQUAL), words));
    }

    /// That it is well.
    @Schema(name = "ScorecardHealth")
    record Health(@Schema(description = "healthy") String status) {
    }
}
