package dev.upswell.server.forecast.rest;

import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.RegisteredModel;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Model records, training, promotion and rollback.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Models", description = "Trained models, where each came from, and which one serves")
class ModelsResource {

    private final Forecasts forecasts;

    ModelsResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /// All models.
    record Models(List<ModelAnswer> models) {

        static Models of(List<RegisteredModel> models) {
            return new Models(models.stream().map(ModelAnswer::of).toList());
        }
    }

    @GetMapping("/models")
    @Operation(summary = "All model records, the newest first")
    Models list(@Parameter(hidden = true) Query query) {
        query.done();
        return Models.of(forecasts.registry().list(forecasts.tenant()));
    }

    @GetMapping("/models/{id}")
    @Operation(summary = "One model record")
    ModelAnswer get(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return forecasts.registry().find(forecasts.tenant(), uuid(id)).map(ModelAnswer::of)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model")));
    }

    @PostMapping("/models/{id}/promote")
    @Operation(summary = "Lets this model serve in place of the one that does")
    ModelAnswer promote(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID model = uuid(id);
        return Refusals.translated(() -> ModelAnswer.of(forecasts.registry().promote(forecasts.tenant(), model)));
    }

    @PostMapping("/models/{id}/rollback")
    @Operation(summary = "Lets the model serve again that served before this one, and answers it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The model does not serve, or was the first to do so")
    ModelAnswer rollback(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID model = uuid(id);
        return Refusals.translated(() -> ModelAnswer.of(forecasts.registry().rollback(forecasts.tenant(), model)));
    }

    @PostMapping("/train")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Trains one model of each kind and lets the boosted trees serve", parameters = @Parameter(name = "at", in = ParameterIn.QUERY, description = "Instant up to which is learned; the last reading if absent"))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "A training is running")
    @ApiResponse(responseCode = "422", description = "There is too little to learn from")
    Models train(@Parameter(hidden = true) Query query) {
        Optional<Instant> at = query.instant("at");
        query.done();
        return Refusals.translated(() -> Models.of(at.isPresent()
                ? forecasts.training().train(forecasts.tenant(), at.get(), Progress.SILENT)
                : forecasts.training().train(forecasts.tenant(), Progress.SILENT)));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }
}
