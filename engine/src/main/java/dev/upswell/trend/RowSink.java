package dev.upswell.trend;

import dev.upswell.timeline.Issue;

/// Takes rows as they are computed, in order of their end, and what was found wrong on the way.
@FunctionalInterface
public interface RowSink {

    /// Takes a row.
    void row(MetricRow row);

    /// Takes an issue; unless overridden it is dropped.
    default void issue(Issue issue) {
    }
}
