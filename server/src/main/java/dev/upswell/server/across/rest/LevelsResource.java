package dev.upswell.server.across.rest;

import dev.upswell.server.across.BenchmarkDocument;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.IndustryForm;
import dev.upswell.server.across.LevelsDocument;
import dev.upswell.server.across.PatternPlaces;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The levels at which patterns hold, and clients beside the others of their industry.
@RestController
@RequestMapping("/api/v1/patterns")
@Tag(name = "Patterns")
class LevelsResource {

    private final PatternPlaces places;
    private final Benchmarks benchmarks;

    LevelsResource(PatternPlaces places, Benchmarks benchmarks) {
        this.places = places;
        this.benchmarks = benchmarks;
    }

    @GetMapping("/levels")
    @Operation(operationId = "patternLevels", summary = "Confirmed patterns with the level at which they hold, from universal to one industry, and what each level and hashtag says; clients are counted and not named")
    LevelsDocument levels(@Parameter(hidden = true) Query query, Locale language) {
        query.done();
        return places.of(language);
    }

    @GetMapping("/clients/{client}/benchmark")
    @Operation(operationId = "clientBenchmark", summary = "A client beside the others of its industry: quartiles from five clients on, none of whom can be recognised")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No hashtag was searched for this client")
    @ApiResponse(responseCode = "409", description = "Nobody has said its industry")
    BenchmarkDocument benchmark(@PathVariable String client, @Parameter(hidden = true) Query query) {
        query.done();
        return benchmarks.of(client);
    }

    @PostMapping("/benchmarks")
    @Operation(operationId = "makeBenchmarks", summary = "Makes the benchmarks of this quarter of a year, which then stand as they are; those that were made before stay", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent"))
    Benchmarks.Made make(@Parameter(hidden = true) Query query) {
        String by = IndustryForm.by(query, "REST");
        query.done();
        return benchmarks.make(by);
    }
}
