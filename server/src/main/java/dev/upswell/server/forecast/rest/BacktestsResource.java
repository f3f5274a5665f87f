package dev.upswell.server.forecast.rest;

import dev.upswell.forecast.BacktestSettings;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.BacktestRun.Attempt;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Backtests: asked for, waited on, read.
@RestController
@RequestMapping("/api/v1/backtests")
@Tag(name = "Backtests", description = "How good the models would have been in the past, beside the baselines")
class BacktestsResource {

    private static final List<String> STATES = Arrays.stream(BacktestAnswer.State.values()).map(Enum::name).toList();
    private static final List<String> DIVISORS = List.of("1", "2", "3", "4", "6", "8", "12", "24");

    private final Forecasts forecasts;
    private final BacktestWorker worker;

    BacktestsResource(Forecasts forecasts, BacktestWorker worker) {
        this.forecasts = forecasts;
        this.worker = worker;
    }

    @GetMapping
    @Operation(operationId = "backtests", summary = "All backtests, the newest first", parameters = {
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "RUNNING, DONE or FAILED; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 10 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<BacktestAnswer> list(@Parameter(hidden = true) Query query) {
        String state = query.oneOf("state", STATES).orElse("");
        Paging paging = query.paging(10);
        query.done();
        List<BacktestAnswer> items = forecasts.backtesting()
                .list(forecasts.tenant(), state, paging.limit(), paging.offset()).stream().map(this::answer).toList();
        return new Listing<>(items, forecasts.backtesting().count(forecasts.tenant(), state), paging);
    }

    @PostMapping
    @Operation(operationId = "runBacktest", summary = "Begins a backtest in the background", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "First cut, ISO-8601; the middle of the readings if absent"),
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "Last cut, ISO-8601; the last whose outcome can be known if absent"),
            @Parameter(name = "everyHours", in = ParameterIn.QUERY, description = "Distance of two cuts in hours, a divisor of 24; the setting forecast.every-hours if absent"),
            @Parameter(name = "models", in = ParameterIn.QUERY, description = "quick leaves out the recurrent network and the ensemble, which take minutes a training; all compares everything; quick if absent")})
    @ApiResponse(responseCode = "202", description = "Accepted; Location tells where to ask how far it is")
    @ApiResponse(responseCode = "409", description = "Another backtest is running")
    @ApiResponse(responseCode = "422", description = "There is nothing to judge in this range")
    ResponseEntity<BacktestAnswer> begin(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        Instant from = query.instant("from").orElse(null);
        Instant to = query.instant("to").orElse(null);
        Duration every = query.oneOf("everyHours", DIVISORS).map(Long::valueOf).map(Duration::ofHours).orElse(null);
        Set<SurgeKind> kinds = query.oneOf("models", List.of("quick", "all")).orElse("quick").equals("all")
                ? EnumSet.copyOf(SurgeKind.TRAINED)
                : BacktestSettings.QUICK;
        query.done();
        UUID id = Refusals.translated(
                () -> worker.begin(asked,
                        asked.backtesting().request(forecasts.tenant(), from, to, every).kinds(kinds)));
        return ResponseEntity.accepted().location(URI.create("/api/v1/backtests/" + id)).body(found(id));
    }

    @GetMapping("/latest")
    @Operation(operationId = "latestBacktest", summary = "The newest backtest of a task that has a result", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None was run yet")
    BacktestAnswer latest(@Parameter(hidden = true) Query query) {
        Forecasts asked = TaskWords.of(query, forecasts);
        query.done();
        return asked.backtesting().latest(forecasts.tenant()).map(BacktestRun.Done::new).map(this::answer)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.forecast.noBacktest")));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "backtest", summary = "One backtest: how far it is, or its result")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No backtest has this id")
    BacktestAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return found(uuid(id).orElseThrow(BacktestsResource::unknown));
    }

    @GetMapping("/{id}/predictions")
    @Operation(operationId = "backtestPredictions", summary = "Every scored entity and cut behind a backtest, for all models and baselines")
    @ApiResponse(responseCode = "200", description = "Columns entity, cut, horizon_hours, probability, label, model", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "No backtest has this id, or it has no result")
    ResponseEntity<String> predictions(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        String csv = uuid(id).flatMap(known -> forecasts.backtesting().predictions(forecasts.tenant(), known))
                .orElseThrow(BacktestsResource::unknown);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition",
                        ContentDisposition.attachment().filename("backtest-" + id + ".csv").build().toString())
                .body(csv);
    }

    private BacktestAnswer found(UUID id) {
        return forecasts.backtesting().find(forecasts.tenant(), id).map(this::answer)
                .orElseThrow(BacktestsResource::unknown);
    }

    private BacktestAnswer answer(Attempt attempt) {
        return BacktestAnswer.of(attempt, worker.share(attempt.id()).orElse(null));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static WebProblem unknown() {
        return WebProblem.notFound(Sentence.of("problem.forecast.unknownBacktest"));
    }
}
