package dev.upswell.server.forecast.rest;

import dev.upswell.server.forecast.Forecasts;
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
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Finished backtests.
@RestController
@RequestMapping("/api/v1/backtests")
@Tag(name = "Backtests", description = "How good the models would have been in the past, beside the baselines")
class BacktestsResource {

    private final Forecasts forecasts;

    BacktestsResource(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @GetMapping
    @Operation(summary = "All backtests, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 10 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<BacktestAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(10);
        query.done();
        List<BacktestAnswer> items = forecasts.backtesting()
                .list(forecasts.tenant(), paging.limit(), paging.offset()).stream().map(BacktestAnswer::of).toList();
        return new Listing<>(items, forecasts.backtesting().count(forecasts.tenant()), paging);
    }

    @GetMapping("/latest")
    @Operation(summary = "The newest backtest")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "None was run yet")
    BacktestAnswer latest(@Parameter(hidden = true) Query query) {
        query.done();
        return forecasts.backtesting().latest(forecasts.tenant()).map(BacktestAnswer::of)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.forecast.noBacktest")));
    }
}
