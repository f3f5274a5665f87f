package dev.upswell.server.trend.page.html;

import dev.upswell.content.EntityId;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.RowsFilter;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The metric rows behind a number.
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
    String rows(@PathVariable String kind, @PathVariable String id, Query query, Model model) {
        RowsFilter filter = RowsFilter.from(query);
        query.done();
        EntityId entity = EntityController.idOf(kind, id);
        Listing<MetricRow> rows = pages.rows(entity, filter).orElseThrow(() -> EntityController.unknown(entity));
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
        model.addAttribute("previous", filter.url(entity, filter.paging().previous()));
        model.addAttribute("next", filter.url(entity, filter.paging().next()));
        return "rows";
    }

    private static List<Metric> columns(List<MetricRow> rows) {
        return Arrays.stream(Metric.values()).filter(metric -> rows.stream().anyMatch(row -> row.value(metric) != null))
                .toList();
    }
}
