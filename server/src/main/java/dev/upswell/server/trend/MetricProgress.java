package dev.upswell.server.trend;

/// Is told how far a computation is.
@FunctionalInterface
public interface MetricProgress {

    /// Nobody watches.
    MetricProgress NONE = (done, total) -> {
    };

    /// Of `total` entities due, `done` are computed; the total grows when work arrives meanwhile.
    void at(long done, long total);
}
