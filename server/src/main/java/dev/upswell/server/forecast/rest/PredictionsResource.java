package dev.upswell.server.forecast.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.forecast.ForecastEvent.PredictionsMade;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Prediction;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.trend.PredictionDocument;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Predictions, and what came of them.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Predictions", description = "What will surge, how sure that is, and what happened")
class PredictionsResource {

    /// Later than any reading, and within what PostgreSQL can express.
    private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Forecasts forecasts;

    PredictionsResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /// Part of the predictions of one run.
    @Schema(name = "Predictions")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Predictions(@Schema(description = "Left out when no predictions had been made") @Nullable Instant asOf,
            List<PredictionDocument> items, long total, int limit, int offset) {
    }

    /// A prediction run.
    record Made(UUID model, Instant asOf, @Schema(description = "Entities scored") int scored,
            @Schema(description = "Predictions that were new") int stored) {

        static Made of(PredictionsMade made) {
            return new Made(made.model(), made.asOf(), made.scored(), made.stored());
        }
    }

    @GetMapping("/predictions")
    @Operation(operationId = "predictions", summary = "The last predictions made as of an instant, the likeliest surge first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "As of this instant or earlier; now if absent"),
            @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the name, in any case"),
            @Parameter(name = "atLeast", in = ParameterIn.QUERY, description = "Only with this probability or more, in percent from 0 to 100"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Predictions list(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        Instant at = query.instant("at").orElse(ANY_TIME);
        Prediction.Filter filter = new Prediction.Filter(query.text("q", 80).orElse(null), null,
                query.number("atLeast", 0, 100, 0) / 100.0);
        Paging paging = query.paging(50);
        query.done();
        Prediction.Part part = asked.predicting().top(forecasts.tenant(), at, filter, paging.limit(),
                paging.offset());
        return new Predictions(part.asOf(), part.items().stream().map(Prediction::document).toList(), part.total(),
                paging.limit(), paging.offset());
    }

    @PostMapping("/predict")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "predict", summary = "Scores all entities of a kind and keeps the predictions", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "As of this instant; the last reading if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Predictions are being made, or no model was trained yet")
    @ApiResponse(responseCode = "422", description = "Nothing was read, or too little to train the model that a past instant lacks")
    Made predict(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        Optional<Instant> at = query.instant("at");
        query.done();
        return Refusals.translated(() -> Made.of(at.isPresent()
                ? asked.predicting().predict(forecasts.tenant(), at.get(), Progress.SILENT)
                : asked.predicting().predict(forecasts.tenant(), Progress.SILENT)));
    }

    @GetMapping("/outcomes")
    @Operation(operationId = "outcomes", summary = "Predictions beside what happened, the newest cut first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "surged", in = ParameterIn.QUERY, description = "true or false; all if absent"),
            @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the name, in any case"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PredictionDocument> outcomes(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        Boolean surged = query.oneOf("surged", List.of("true", "false")).map(Boolean::valueOf).orElse(null);
        Prediction.Filter filter = new Prediction.Filter(query.text("q", 80).orElse(null), surged, 0);
        Paging paging = query.paging(50);
        query.done();
        Prediction.Part part = asked.outcomes().list(forecasts.tenant(), filter, paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(Prediction::document).toList(), part.total(), paging);
    }
}
