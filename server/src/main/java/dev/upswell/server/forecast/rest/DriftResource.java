package dev.upswell.server.forecast.rest;

import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.server.forecast.Drifting;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.StoredDrift;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether what is scored still resembles what the serving models learned from.
@RestController
@RequestMapping("/api/v1/drift")
@Tag(name = "Drift", description = "Whether what is scored still resembles what the serving models learned from")
class DriftResource {

    private static final List<String> VERDICTS = Arrays.stream(DriftVerdict.values()).map(Enum::name).toList();
    private static final int GRAVEST = 10;

    private final Forecasts forecasts;

    DriftResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GetMapping
    @Operation(operationId = "drift", summary = "The last drift report of each task, with its gravest features", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; all if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; all if absent"),
            @Parameter(name = "confirmed", in = ParameterIn.QUERY, description = "true or false; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<StoredDrift.Document> latest(@Parameter(hidden = true) Query query) {
        Optional<String> kind = query.oneOf("kind", TaskWords.KINDS);
        Optional<Integer> horizon = query.hours("horizon", TaskWords.HORIZONS);
        Optional<Boolean> confirmed = query.oneOf("confirmed", List.of("true", "false")).map(Boolean::valueOf);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(forecasts.drifting().latest(forecasts.tenant()).stream()
                .filter(one -> kind.filter(word -> !word.equals(one.task().kind().label())).isEmpty())
                .filter(one -> horizon.filter(hours -> hours != one.task().horizonHours()).isEmpty())
                .filter(one -> confirmed.filter(word -> word != one.drifted()).isEmpty())
                .map(one -> one.document(GRAVEST)).toList(), paging);
    }

    @GetMapping("/features")
    @Operation(operationId = "driftFeatures", summary = "All features of a task's last drift report, the gravest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "verdict", in = ParameterIn.QUERY, description = "DRIFTED, WATCH, STABLE or UNTESTED; all if absent"),
            @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the feature's name, in any case"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<StoredDrift.Feature> features(@Parameter(hidden = true) Query query) {
        Drifting drifting = TaskWords.of(query, forecasts).drifting();
        Optional<String> verdict = query.oneOf("verdict", VERDICTS);
        String part = query.text("q", 80).orElse("").toLowerCase(Locale.ROOT);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(drifting.list(forecasts.tenant(), 1, 0).stream()
                .flatMap(report -> report.features().stream())
                .filter(one -> verdict.filter(word -> !word.equals(one.verdict().name())).isEmpty())
                .filter(one -> one.feature().toLowerCase(Locale.ROOT).contains(part)).toList(), paging);
    }

    @GetMapping("/reports")
    @Operation(operationId = "driftReports", summary = "The drift reports of a task, the newest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<StoredDrift.Document> reports(@Parameter(hidden = true) Query query) {
        Drifting drifting = TaskWords.of(query, forecasts).drifting();
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(drifting.list(forecasts.tenant(), paging.limit(), paging.offset()).stream()
                .map(one -> one.document(GRAVEST)).toList(), drifting.count(forecasts.tenant()), paging);
    }

    @PostMapping
    @Operation(operationId = "checkDrift", summary = "Makes the drift report of the last cut that has passed, if there is none yet, and answers the last report", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "6h, 12h, 24h or 48h; 24h if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "No cut has passed since the serving model was trained, or no model serves")
    StoredDrift.Document check(@Parameter(hidden = true) Query query) {
        Drifting drifting = TaskWords.of(query, forecasts).drifting();
        query.done();
        return drifting.check(forecasts.tenant())
                .or(() -> drifting.list(forecasts.tenant(), 1, 0).stream().findFirst())
                .map(one -> one.document(GRAVEST))
                .orElseThrow(() -> WebProblem.conflict(Sentence.of("problem.drift.none")));
    }
}
