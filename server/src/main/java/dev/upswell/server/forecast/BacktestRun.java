package dev.upswell.server.forecast;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.UUID;

/// A finished backtest as it was stored.
public record BacktestRun(UUID id, ModelTask task, BacktestRequest settings, BacktestSummary report, Instant ranAt) {

    /// A backtest from the moment it was begun.
    public sealed interface Attempt {

        UUID id();

        /// What it judges forecasts of.
        ModelTask task();

        BacktestRequest settings();

        /// When it began, when it is running; else when it ended.
        Instant at();
    }

    /// It is at work, in this process or another.
    public record Running(UUID id, ModelTask task, BacktestRequest settings, Instant at) implements Attempt {
    }

    /// It has a result.
    public record Done(BacktestRun run) implements Attempt {

        @Override
        public UUID id() {
            return run.id();
        }

        @Override
        public ModelTask task() {
            return run.task();
        }

        @Override
        public BacktestRequest settings() {
            return run.settings();
        }

        @Override
        public Instant at() {
            return run.ranAt();
        }
    }

    /// It ended without a result.
    ///
    /// @param problem why, for people
    public record Failed(UUID id, ModelTask task, BacktestRequest settings, Instant at,
            String problem) implements Attempt {
    }
}
