package dev.upswell.server.forecast.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.BacktestRun.Attempt;
import dev.upswell.server.forecast.BacktestSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A backtest as programs read it.
@Schema(name = "Backtest", description = "All baselines and models judged on the same past cuts")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacktestAnswer(UUID id, State state, @Schema(description = "Kind of entity, such as hashtag") String kind,
        int horizonHours,
        @Schema(description = "When it began; left out when it has ended") @Nullable Instant begunAt,
        @Schema(description = "When it ended; left out while it runs") @Nullable Instant ranAt,
        @Schema(description = "First cut asked for") Instant from, @Schema(description = "Last cut asked for") Instant to,
        @Schema(description = "Distance of two cuts, ISO-8601") String every,
        @Schema(description = "Cuts with fewer eligible hashtags were left out") int minEligible,
        @Schema(description = "Share done, 0 to 1, while it runs in this server") @Nullable Double share,
        @Schema(description = "Why it has no result, for people") @Nullable String problem,
        @Schema(description = "The result, once it is done") @Nullable BacktestSummary report) {

    /// How far a backtest is.
    enum State {
        /// It is at work.
        RUNNING,
        /// It has a result.
        DONE,
        /// It ended without one.
        FAILED
    }

    static BacktestAnswer of(Attempt attempt, @Nullable Double share) {
        return switch (attempt) {
            case BacktestRun.Running running ->
                answer(running, State.RUNNING, share, null, null);
            case BacktestRun.Done done -> answer(done, State.DONE, null, null, done.run().report());
            case BacktestRun.Failed failed -> answer(failed, State.FAILED, null, failed.problem(), null);
        };
    }

    private static BacktestAnswer answer(Attempt attempt, State state, @Nullable Double share,
            @Nullable String problem, @Nullable BacktestSummary report) {
        BacktestRequest asked = attempt.settings();
        boolean running = state == State.RUNNING;
        return new BacktestAnswer(attempt.id(), state, attempt.task().kind().label(), attempt.task().horizonHours(), running ? attempt.at() : null, running ? null : attempt.at(),
                asked.from(), asked.to(), asked.every().toString(), asked.minEligible(), share, problem, report);
    }
}
