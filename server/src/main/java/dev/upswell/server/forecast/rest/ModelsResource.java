package dev.upswell.server.forecast.rest;

import dev.upswell.forecast.SurgeKind;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
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
import java.time.Instant;
import java.util.Arrays;
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

    private static final List<String> STATES = Arrays.stream(ModelState.values()).map(Enum::name).toList();
    private static final List<String> KINDS = Arrays.stream(SurgeKind.values()).map(SurgeKind::label).toList();

    private final Forecasts forecasts;

    ModelsResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GetMapping("/models")
    @Operation(operationId = "models", summary = "Model records, the newest first", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "CANDIDATE, SHADOW, AWAITING_APPROVAL, ACTIVE, RETIRED or REJECTED; all if absent"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "Family, such as boosted-trees; all if absent"),
            @Parameter(name = "entityKind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; all if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ModelAnswer> list(@Parameter(hidden = true) Query query) {
        Optional<String> state = query.oneOf("state", STATES);
        Optional<String> kind = query.oneOf("kind", KINDS);
        Optional<String> entities = query.oneOf("entityKind", TaskWords.KINDS);
        Optional<Integer> horizon = query.hours("horizon", TaskWords.HORIZONS);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(forecasts.registry().list(forecasts.tenant()).stream()
                .filter(model -> state.filter(word -> !word.equals(model.state().name())).isEmpty())
                .filter(model -> entities.filter(word -> !word.equals(model.task().kind().label())).isEmpty())
                .filter(model -> horizon.filter(hours -> hours != model.horizonHours()).isEmpty())
                .filter(model -> kind.filter(word -> !word.equals(model.kind())).isEmpty()).map(ModelAnswer::of)
                .toList(), paging);
    }

    @GetMapping("/models/{id}")
    @Operation(operationId = "model", summary = "One model record")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    ModelAnswer get(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return forecasts.registry().find(forecasts.tenant(), uuid(id)).map(ModelAnswer::of)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model")));
    }

    @PostMapping("/models/{id}/promote")
    @Operation(operationId = "promoteModel", summary = "Lets this model serve in place of the one that does", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who decides, as they call themselves; the request audit has who was signed in"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    ModelAnswer promote(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String name = query.text("by", 100).filter(given -> !given.isBlank()).orElse(Decision.HAND);
        query.done();
        UUID model = uuid(id);
        return Refusals.translated(() -> ModelAnswer.of(forecasts.registry().promote(forecasts.tenant(), model, name)));
    }

    @PostMapping("/models/{id}/rollback")
    @Operation(operationId = "rollbackModel", summary = "Lets the model serve again that served before this one, and answers it", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who decides, as they call themselves; the request audit has who was signed in"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    @ApiResponse(responseCode = "409", description = "The model does not serve, or was the first to do so")
    ModelAnswer rollback(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String name = query.text("by", 100).filter(given -> !given.isBlank()).orElse(Decision.HAND);
        query.done();
        UUID model = uuid(id);
        return Refusals
                .translated(() -> ModelAnswer.of(forecasts.registry().rollback(forecasts.tenant(), model, name)));
    }

    @PostMapping("/train")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "train", summary = "Trains one model of each kind; the first boosted trees of a task serve, later models that may serve predict in shadow", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "Instant up to which is learned; the last reading if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "A training is running")
    @ApiResponse(responseCode = "422", description = "There is too little to learn from")
    Listing<ModelAnswer> train(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        Optional<Instant> at = query.instant("at");
        query.done();
        List<RegisteredModel> trained = Refusals.translated(() -> at.isPresent()
                ? asked.training().train(forecasts.tenant(), at.get(), Progress.SILENT)
                : asked.training().train(forecasts.tenant(), Progress.SILENT));
        return Listing.of(trained.stream().map(ModelAnswer::of).toList(), new Paging(50, 0));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }
}
