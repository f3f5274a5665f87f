package dev.upswell.server.trend.page.stored;

import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.trend.rank.RankedEntity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns computed rows into rows that pages show.
final class PageRows {

    private static final Map<String, dev.upswell.trend.Metric> COMPUTED = Arrays
            .stream(dev.upswell.trend.Metric.values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, metric -> metric));

    private PageRows() {
    }

    static MetricRow of(RankedEntity ranked) {
        MetricRow row = of(ranked.row());
        Double rank = ranked.momentumRank();
        if (rank == null) {
            return row;
        }
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.putAll(row.values());
        values.put(Metric.MOMENTUM_RANK, rank);
        return new MetricRow(row.window(), row.coverage(), row.carried(), values, row.absent());
    }

    static MetricRow of(dev.upswell.trend.MetricRow row) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Map<Metric, String> absent = new EnumMap<>(Metric.class);
        for (Metric shown : Metric.values()) {
            dev.upswell.trend.Metric computed = COMPUTED.get(shown.name());
            if (computed != null) {
                row.value(computed).ifPresent(value -> values.put(shown, value));
                row.absence(computed).ifPresent(reason -> absent.put(shown, reason.name().toLowerCase(Locale.ROOT)));
            }
        }
        return new MetricRow(
                new MetricRow.Window(row.window().label(), row.end().minus(row.window().length()), row.end()),
                row.backing().coverage(), row.backing().provisional(), values, absent);
    }
}
