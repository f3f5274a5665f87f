package dev.upswell.server.trend.page.html;

import dev.upswell.content.EntityId;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.web.Csv;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The metric rows behind a number, as a table or a file.
@Controller
class RowsController {

    private final TrendPages pages;
    private final Words words;
    private final MetricCells cells;

    RowsController(TrendPages pages, Words words, Figures figures) {
        this.pages = pages;
        this.words = words;
        this.cells = new MetricCells(words, figures);
    }

    /// One row as it is shown, cells in the order of the columns.
    record RowLine(MetricRow row, List<Shown> cells) {
    }

    @GetMapping("/metrics/{kind}/{id}")
    Object rows(@PathVariable String kind, @PathVariable String id, Query query, Model model) {
        RowsFilter filter = RowsFilter.from(query);
        String format = query.choice("format", TrendsController.FORMATS, "page");
        query.done();
        EntityId entity = EntityController.idOf(kind, id);
        Listing<MetricRow> rows = pages.rows(entity, filter).orElseThrow(() -> EntityController.unknown(entity));
        return switch (format) {
            case "csv" -> csv(entity, filter, rows.items());
            case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(entity, filter, rows));
            default -> page(entity, filter, rows, model);
        };
    }

    private String page(EntityId entity, RowsFilter filter, Listing<MetricRow> rows, Model model) {
        List<Metric> columns = columns(rows.items());
        Subject subject = pages.subject(entity).orElseThrow(() -> EntityController.unknown(entity));
        model.addAttribute("id", entity);
        model.addAttribute("name", words.name(entity.kind(), subject.name()));
        model.addAttribute("filter", filter);
        model.addAttribute("windows", RowsFilter.WINDOWS);
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows);
        model.addAttribute("carried", rows.items().stream().anyMatch(MetricRow::carried));
        model.addAttribute("lines", rows.items().stream()
                .map(row -> new RowLine(row, columns.stream().map(metric -> cells.of(row, metric)).toList())).toList());
        model.addAttribute("csv", filter.url(entity, filter.paging(), "csv"));
        model.addAttribute("json", filter.url(entity, filter.paging(), "json"));
        model.addAttribute("previous", filter.url(entity, filter.paging().previous(), null));
        model.addAttribute("next", filter.url(entity, filter.paging().next(), null));
        return "rows";
    }

    private static List<Metric> columns(List<MetricRow> rows) {
        return Arrays.stream(Metric.values()).filter(metric -> rows.stream().anyMatch(row -> row.value(metric) != null))
                .toList();
    }

    private static ResponseEntity<String> csv(EntityId id, RowsFilter filter, List<MetricRow> rows) {
        List<String> header = new ArrayList<>(List.of("kind", "id", "window", "from", "to", "coverage"));
        List<Metric> columns = columns(rows);
        columns.forEach(metric -> header.add(metric.key()));
        var csv = new Csv(header);
        for (MetricRow row : rows) {
            List<@Nullable Object> line = new ArrayList<>(List.of(id.kind().label(), id.value(), row.window().length(),
                    row.window().from(), row.window().to(), row.coverage()));
            columns.forEach(metric -> line.add(row.value(metric)));
            csv.row(line);
        }
        return csv.download("metrics-" + id.kind().label() + "-" + filter.window() + ".csv");
    }

    private static Map<String, Object> json(EntityId id, RowsFilter filter, Listing<MetricRow> rows) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", id.kind().label());
        document.put("id", id.value());
        document.put("window", filter.window());
        document.put("total", rows.total());
        document.put("limit", rows.paging().limit());
        document.put("offset", rows.paging().offset());
        document.put("rows", rows.items().stream().map(RowsController::fields).toList());
        return document;
    }

    private static Map<String, Object> fields(MetricRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", row.window().from().toString());
        fields.put("to", row.window().to().toString());
        fields.put("coverage", row.coverage());
        for (Metric metric : Metric.values()) {
            Double value = row.value(metric);
            if (value != null) {
                fields.put(metric.key(), value);
            }
        }
        return fields;
    }
}
