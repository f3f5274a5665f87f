package dev.upswell.trend;

import dev.upswell.content.EntityId;

/// A row on its way past a sink, for those who read numbers of millions of rows and keep none: nothing is made for it, since
/// one object speaks of row after row.
///
/// **errors** it speaks of the row that passes, so what must outlast the call is to be [kept][#kept]
public final class PassingRow {

    private final EntityId entity;
    private final Window window;
    private final Candidate candidate;

    PassingRow(EntityId entity, Window window, Candidate candidate) {
        this.entity = entity;
        this.window = window;
        this.candidate = candidate;
    }

    /// Whose row it is.
    public EntityId entity() {
        return entity;
    }

    /// How long its window is.
    public Window window() {
        return window;
    }

    /// The window's end, in epoch seconds.
    public long endSecond() {
        return candidate.endSecond();
    }

    /// Whether this metric has a value.
    public boolean has(Metric metric) {
        return candidate.values().has(metric);
    }

    /// The value of a metric that has one.
    ///
    /// **errors** `IllegalStateException` where it has none
    public double value(Metric metric) {
        return candidate.values().get(metric);
    }

    /// Adds every value that there is to the number at its metric's place, for totals over many rows.
    public void addTo(double[] sums) {
        candidate.values().addTo(sums);
    }

    /// Share of the window backed by readings or permitted bridges. **range** [0, 1]
    public double coverage() {
        return candidate.coverage();
    }

    /// Identifies the readings and prior rates from which the row was computed.
    public long inputsHash() {
        return candidate.inputsHash();
    }

    /// The row as a value.
    public MetricRow kept() {
        return candidate.row(entity);
    }
}
