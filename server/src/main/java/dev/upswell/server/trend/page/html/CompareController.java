package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.CompareFilter;
import dev.upswell.server.trend.page.Comparison;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The page of entities beside each other.
@Controller
class CompareController {

    private final TrendPages pages;
    private final Words words;
    private final CompareTables tables;
    private final JsonMapper json;

    CompareController(TrendPages pages, Words words, Figures figures, Times times, JsonMapper json) {
        this.pages = pages;
        this.words = words;
        this.tables = new CompareTables(words, figures, times);
        this.json = json;
    }

    @GetMapping("/trends/compare")
    String compare(Query query, Model model) {
        CompareFilter filter = CompareFilter.from(query);
        query.done();
        model.addAttribute("filter", filter);
        model.addAttribute("back", Link.to("/trends").with("kind", filter.kind().label(), "hashtag").toString());
        if (filter.isEnough()) {
            show(filter, model);
        }
        return "trends-compare";
    }

    private void show(CompareFilter filter, Model model) {
        Comparison compared = Comparison.of(filter.entities().stream().map(entity -> pages
                .entity(entity, filter.time()).orElseThrow(() -> EntityController.unknown(entity))).toList());
        model.addAttribute("compared", compared);
        model.addAttribute("columns", tables.columns(compared, filter));
        model.addAttribute("lines", Stream.of(tables.levels(compared), tables.metrics(compared),
                tables.forecasts(compared)).flatMap(List::stream).toList());
        model.addAttribute("ways", Stream.of(7, 30, 90).map(days -> new Link.Way(words.say("trends.days." + days),
                filter.url(days), days == filter.time().days())).toList());
        model.addAttribute("levels", json.writeValueAsString(CompareChart.levels(compared, words)));
        model.addAttribute("indexes", json.writeValueAsString(CompareChart.indexes(compared, words)));
        model.addAttribute("indexed", compared.sides().stream().anyMatch(side -> !side.index().isEmpty()));
    }
}
