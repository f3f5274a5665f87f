package dev.upswell.server.forecast;

import java.time.Instant;
import java.util.UUID;

/// A finished backtest as it was stored.
public record BacktestRun(UUID id, BacktestRequest settings, BacktestSummary report, Instant ranAt) {
}
