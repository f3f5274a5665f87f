package dev.upswell.server.contest.rest;

import dev.upswell.server.contest.ConfigurationValue;
import dev.upswell.server.contest.ConfigurationValues;
import dev.upswell.server.contest.Contest;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What configurations are worth by their logs.
@RestController
@RequestMapping("/api/v1/recommendations/value")
@Tag(name = "Recommendations")
class ValuesResource {

    private static final int LONGEST = 100;

    private final ConfigurationValues values;

    ValuesResource(Contest contest) {
        values = contest.values();
    }

    /// Values by configuration.
    @Schema(name = "RecommendationValues")
    record ListAnswer(List<ConfigurationValue> values) {
    }

    @GetMapping
    @Operation(operationId = "recommendationValue", summary = "What a list by a configuration is worth, told from logged lists whichever configuration drew them; no figure below an effective sample of 100 lists", parameters = @Parameter(name = "configuration", in = ParameterIn.QUERY, description = "Which; all if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such configuration")
    ListAnswer values(@Parameter(hidden = true) Query query) {
        Optional<String> configuration = query.text("configuration", LONGEST);
        query.done();
        return new ListAnswer(configuration.map(name -> List.of(values.get(name))).orElseGet(values::list));
    }
}
