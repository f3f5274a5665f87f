package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.Flag;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrendRow;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trend.page.TrendsView;
import dev.upswell.server.web.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// The ranked table as a file, in the shape that `upswell trends --json` prints.
final class TrendsExport {

    private static final List<Metric> METRICS = List.of(Metric.VIEWS_GAINED, Metric.VIEW_GROWTH, Metric.MOMENTUM,
            Metric.NOVELTY_INDEX, Metric.VELOCITY);

    private TrendsExport() {
    }

    static Map<String, Object> json(TrendsView view, TrendsFilter filter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", view.freshness().asOf().toString());
        document.put("kind", filter.kind().label());
        document.put("window", "24h");
        document.put("rows", view.rows().stream().map(TrendsExport::fields).toList());
        return document;
    }

    static ResponseEntity<String> csv(TrendsView view, TrendsFilter filter) {
        List<String> header = new ArrayList<>(List.of("rank", "id", "name"));
        METRICS.forEach(metric -> header.add(metric.key()));
        header.addAll(List.of("emerging", "flags", "coverage", "probability", "low", "high"));
        var csv = new Csv(header);
        view.rows().forEach(row -> csv.row(cells(row)));
        return csv.download("trends-" + filter.kind().label() + ".csv");
    }

    private static Map<String, Object> fields(TrendRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Subject subject = row.subject();
        fields.put("rank", row.rank());
        fields.put("id", subject.id().value());
        fields.put("name", subject.name());
        for (Metric metric : METRICS) {
            Double value = row.day().value(metric);
            if (value != null) {
                fields.put(metric.key(), value);
            }
        }
        fields.put("emerging", subject.is(Flag.EMERGING));
        fields.put("flags", subject.flags().stream().map(Flag::code).toList());
        fields.put("coverage", row.day().coverage());
        Chance chance = row.chance();
        if (chance != null) {
            fields.put("probability", chance.probability());
            List<Double> ends = chance.interval();
            if (ends != null) {
                fields.put("interval", ends);
            }
        }
        return fields;
    }

    private static List<@Nullable Object> cells(TrendRow row) {
        Subject subject = row.subject();
        List<@Nullable Object> cells = new ArrayList<>(
                List.of(row.rank(), subject.id().value(), subject.name()));
        METRICS.forEach(metric -> cells.add(row.day().value(metric)));
        cells.add(subject.is(Flag.EMERGING));
        cells.add(String.join(" ", subject.flags().stream().map(Flag::code).toList()));
        cells.add(row.day().coverage());
        Chance chance = row.chance();
        cells.add(chance == null ? null : chance.probability());
        cells.add(chance == null ? null : chance.low());
        cells.add(chance == null ? null : chance.high());
        return cells;
    }
}
