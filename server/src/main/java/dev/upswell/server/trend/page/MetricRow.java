package dev.upswell.server.trend.page;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The metrics of one entity in one window, as stored.
///
/// **absence** a metric without a value stands in `absent` with the code of the reason (`absent.…` in the messages), or
/// in neither map when it does not apply to the entity's kind.
///
/// @param coverage the share of the window backed by readings, 0–1
/// @param carried whether no reading lies at the window's end, so that the last one before it is carried forward
public record MetricRow(Window window, double coverage, boolean carried, Map<Metric, Double> values,
        Map<Metric, String> absent) {

    public MetricRow {
        values = Map.copyOf(values);
        absent = Map.copyOf(absent);
    }

    /// The value of this metric, or null when it is absent.
    public @Nullable Double value(Metric metric) {
        return values.get(metric);
    }

    /// The code of the reason why this metric is absent, or null when it is present or does not apply.
    public @Nullable String reason(Metric metric) {
        return absent.get(metric);
    }

    /// A window: its length (`15m`, `1h`, `24h`) and its two edges.
    public record Window(String length, Instant from, Instant to) {
    }
}
