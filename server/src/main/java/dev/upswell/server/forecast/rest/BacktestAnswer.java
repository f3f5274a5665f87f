package dev.upswell.server.forecast.rest;

import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.BacktestSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/// A backtest as programs read it.
@Schema(name = "Backtest", description = "All baselines and models judged on the same past cuts")
record BacktestAnswer(UUID id, Instant ranAt, @Schema(description = "Distance of two cuts, ISO-8601") String every,
        @Schema(description = "Cuts with fewer eligible hashtags were left out") int minEligible,
        BacktestSummary report) {

    static BacktestAnswer of(BacktestRun run) {
        return new BacktestAnswer(run.id(), run.ranAt(), run.settings().every().toString(),
                run.settings().minEligible(), run.report());
    }
}
