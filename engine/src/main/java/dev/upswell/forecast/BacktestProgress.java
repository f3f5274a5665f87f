package dev.upswell.forecast;

/// Hears how far a backtest is.
@FunctionalInterface
public interface BacktestProgress {

    /// Nobody listens.
    BacktestProgress SILENT = (done, total, what) -> {
    };

    /// `done` of `total` steps are finished; `what` comes next.
    void at(int done, int total, String what);
}
