package dev.upswell.server.trend.rest;

import dev.upswell.server.listing.Column;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of metric rows in a file.
final class MetricColumns {

    private MetricColumns() {
    }

    static List<Column<MetricRow>> of() {
        List<Column<MetricRow>> columns = new ArrayList<>(List.of(
                Column.text("kind", row -> row.entity().kind().label()), Column.text("id", row -> row.entity().value()),
                Column.text("window", row -> row.window().label()),
                Column.time("from", row -> row.end().minus(row.window().length())),
                Column.time("to", MetricRow::end),
                Column.number("coverage", "share of the window backed by readings, 0 to 1",
                        row -> row.backing().coverage()),
                Column.text("source", row -> row.backing().source())));
        for (Metric metric : Metric.values()) {
            columns.add(Column.number(EntityDocument.key(metric), metric.unit(), row -> value(row, metric)));
        }
        return List.copyOf(columns);
    }

    private static @Nullable Double value(MetricRow row, Metric metric) {
        return row.values().has(metric) ? (Double) row.value(metric).getAsDouble() : null;
    }
}
