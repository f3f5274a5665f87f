package dev.upswell.server.forecast.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.forecast.ForecastEvent.PredictionsMade;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Prediction;
import dev.upswell.server.forecast.Progress;
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
@Tag(name = "Predictions", description = "Which hashtags will surge within 24 hours, how sure that is, and what happened")
class PredictionsResource {

    /// Later than any reading, and within what PostgreSQL can express.
    private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Forecasts forecasts;

    PredictionsResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /// The likeliest surges of one run.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Predictions(@Schema(description = "Left out when no predictions had been made") @Nullable Instant asOf,
            List<PredictionAnswer> predictions) {

        static Predictions of(List<Prediction> found) {
            return new Predictions(found.isEmpty() ? null : found.getFirst().asOf(),
                    found.stream().map(PredictionAnswer::of).toList());
        }
    }

    /// A prediction run.
    record Made(UUID model, Instant asOf, @Schema(description = "Hashtags scored") int scored,
            @Schema(description = "Predictions that were new") int stored) {

        static Made of(PredictionsMade made) {
            return new Made(made.model(), made.asOf(), made.scored(), made.stored());
        }
    }

    @GetMapping("/predictions")
    @Operation(summary = "The likeliest surges of the last predictions made as of an instant", parameters = {
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "As of this instant or earlier; now if absent"),
            @Parameter(name = "top", in = ParameterIn.QUERY, description = "How many, 1 to 500; 50 if absent")})
    Predictions list(@Parameter(hidden = true) Query query) {
        Instant at = query.instant("at").orElse(ANY_TIME);
        int top = query.number("top", 1, Paging.MOST, 50);
        query.done();
        return Predictions.of(forecasts.predicting().top(forecasts.tenant(), at, top));
    }

    @PostMapping("/predict")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Scores all hashtags and keeps the predictions", parameters = @Parameter(name = "at", in = ParameterIn.QUERY, description = "As of this instant; the last reading if absent"))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Predictions are being made, or no model was trained yet")
    Made predict(@Parameter(hidden = true) Query query) {
        Optional<Instant> at = query.instant("at");
        query.done();
        return Refusals.translated(() -> Made.of(at.isPresent()
                ? forecasts.predicting().predict(forecasts.tenant(), at.get(), Progress.SILENT)
                : forecasts.predicting().predict(forecasts.tenant(), Progress.SILENT)));
    }

    @GetMapping("/outcomes")
    @Operation(summary = "Predictions beside what happened, the newest cut first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PredictionAnswer> outcomes(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<PredictionAnswer> items = forecasts.outcomes()
                .list(forecasts.tenant(), paging.limit(), paging.offset()).stream().map(PredictionAnswer::of).toList();
        return new Listing<>(items, forecasts.outcomes().count(forecasts.tenant()), paging);
    }
}
