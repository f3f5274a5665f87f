package dev.upswell.server.contest.rest;

import dev.upswell.server.contest.ConfigurationDocument;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The configurations that lists are made by.
@RestController
@RequestMapping("/api/v1/recommendations/configurations")
@Tag(name = "Recommendations")
class ConfigurationsResource {

    private final Configurations configurations;

    ConfigurationsResource(Contest contest) {
        configurations = contest.configurations();
    }

    /// Those that are kept.
    @Schema(name = "RecommendationConfigurations")
    record ListAnswer(List<ConfigurationDocument> configurations) {

        static ListAnswer of(Configurations configurations) {
            return new ListAnswer(ConfigurationDocument.all(configurations));
        }
    }

    @GetMapping
    @Operation(operationId = "recommendationConfigurations", summary = "The configurations of lists; requests are dealt by chance to those that are active, to the usual one while nobody told any")
    ListAnswer list(@Parameter(hidden = true) Query query) {
        query.done();
        return ListAnswer.of(configurations);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "activateRecommendationConfiguration", summary = "Deals requests to this configuration too, or with waiting only those of a trial; one by which lists were made cannot be changed", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, required = true, description = "Lower-case letters, digits and hyphens"),
            @Parameter(name = "virality", in = ParameterIn.QUERY, description = "What it weighs, 0 to 1; 0.3 if absent"),
            @Parameter(name = "relevance", in = ParameterIn.QUERY, description = "What it weighs, 0 to 1; 0.4 if absent"),
            @Parameter(name = "engagement", in = ParameterIn.QUERY, description = "What it weighs, 0 to 1; 0.3 if absent"),
            @Parameter(name = "crowd", in = ParameterIn.QUERY, description = "What all people did weighs, 0 to 1, where it is known; 1 if absent: as much as the other three usually do together"),
            @Parameter(name = "temperature", in = ParameterIn.QUERY, description = "Of the draw, 0 to 1; 0.05 if absent"),
            @Parameter(name = "pool", in = ParameterIn.QUERY, description = "How many of the best are drawn from; 100 if absent"),
            @Parameter(name = "threshold", in = ParameterIn.QUERY, description = "Score by formula from which a video may be shown, 0 to 1; 0.5 if absent, 0 with a ranker"),
            @Parameter(name = "authorAgain", in = ParameterIn.QUERY, description = "Factor for another video of a creator; 0.9 if absent"),
            @Parameter(name = "tagsAgain", in = ParameterIn.QUERY, description = "Factor for the same set of categories; 0.85 if absent"),
            @Parameter(name = "perAuthor", in = ParameterIn.QUERY, description = "Most videos of a creator in the top; 2 if absent"),
            @Parameter(name = "top", in = ParameterIn.QUERY, description = "How long the top is; 20 if absent"),
            @Parameter(name = "ranker", in = ParameterIn.QUERY, description = "Learned ranker that orders lists; it must have been better than the formula on later lists"),
            @Parameter(name = "waiting", in = ParameterIn.QUERY, description = "true: only requests of a trial are dealt to it")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Something of it cannot be, lists were made by another of its name, or its ranker may not serve")
    @ApiResponse(responseCode = "404", description = "There is no such ranker")
    ConfigurationDocument activate(@Parameter(hidden = true) Query query) {
        ConfigurationForm told = ConfigurationForm.of(query);
        configurations.add(told.configuration(), told.state());
        return ConfigurationDocument.of(told.configuration(), told.state());
    }

    @DeleteMapping("/{name}")
    @Operation(operationId = "retireRecommendationConfiguration", summary = "Deals no more requests to this configuration; lists that it made stay")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no active or waiting one of this name")
    @ApiResponse(responseCode = "409", description = "It is in a trial that runs")
    ListAnswer retire(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        configurations.requireRetired(name);
        return ListAnswer.of(configurations);
    }
}
