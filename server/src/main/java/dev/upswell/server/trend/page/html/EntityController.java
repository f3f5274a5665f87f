package dev.upswell.server.trend.page.html;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.trend.EntitySection;
import dev.upswell.server.trend.page.EntityFilter;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Mark;
import dev.upswell.server.trend.page.Marks;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/// The page of one entity.
@Controller
class EntityController {

    private static final Map<Metric, String> HEADLINES = Map.of(Metric.VIEWS_GAINED, "entity.headline.gained",
            Metric.FOLLOWERS_GAINED, "entity.headline.followers", Metric.POSTS_GAINED, "entity.headline.posts");

    private final TrendPages pages;
    private final Words words;
    private final Figures figures;
    private final Times times;
    private final JsonMapper json;
    private final ObjectProvider<EntitySection> sections;
    private final ObjectProvider<Marks> marks;

    /// A section of another slice.
    record Section(String template, Object view) {
    }

    EntityController(TrendPages pages, Words words, Figures figures, Times times, JsonMapper json,
            ObjectProvider<EntitySection> sections, ObjectProvider<Marks> marks) {
        this.pages = pages;
        this.words = words;
        this.figures = figures;
        this.times = times;
        this.json = json;
        this.sections = sections;
        this.marks = marks;
    }

    @GetMapping("/entities/{kind}/{id}")
    String entity(@PathVariable String kind, @PathVariable String id, Query query, Model model) {
        EntityFilter filter = EntityFilter.from(query);
        query.done();
        EntityId entity = idOf(kind, id);
        EntityView view = pages.entity(entity, filter).orElseThrow(() -> unknown(entity));
        var tables = new EntityTables(words, figures);
        String name = words.name(entity.kind(), view.subject().name());
        model.addAttribute("view", view);
        model.addAttribute("filter", filter);
        model.addAttribute("name", name);
        model.addAttribute("headline", headline(view, name));
        model.addAttribute("why", why(view));
        model.addAttribute("points", new ChartTable(words, figures).of(view.series()));
        model.addAttribute("metrics", tables.metrics(view));
        model.addAttribute("unmeasured", tables.unmeasured(view));
        model.addAttribute("highlights", tables.highlights(view));
        model.addAttribute("reasons", tables.reasons(view.forecast()));
        model.addAttribute("odd", tables.odd(view.forecast()));
        model.addAttribute("week", tables.url(view, filter, 7));
        model.addAttribute("month", tables.url(view, filter, 30));
        model.addAttribute("quarter", tables.url(view, filter, 90));
        model.addAttribute("sections", sections.orderedStream()
                .map(section -> new Section(section.template(), section.view(entity))).toList());
        List<Mark> happened = marks(entity, view.series().level());
        model.addAttribute("marks", happened);
        model.addAttribute("chart", json.writeValueAsString(
                SeriesChart.of(view.series(), happened, words, times.length(view.series().gainWindow()))));
        return "entity";
    }

    /// What happened while the drawn level was read.
    private List<Mark> marks(EntityId entity, List<Point> level) {
        return level.isEmpty()
                ? List.of()
                : marks.stream().flatMap(one -> one.of(entity, level.getFirst().at(), level.getLast().at()).stream())
                        .toList();
    }

    static EntityId idOf(String kind, String id) {
        try {
            return new EntityId(EntityKind.of(kind), id);
        } catch (IllegalArgumentException unknownKind) {
            throw WebProblem.notFound(Sentence.of("problem.kind"));
        }
    }

    static WebProblem unknown(EntityId id) {
        return WebProblem.notFound(Sentence.of("problem.entity." + id.kind().label(), id.value()));
    }

    /// The finding. What is said of a time gone by names that time.
    private Sentence headline(EntityView view, String name) {
        EntityView.Forecast forecast = view.forecast();
        boolean past = view.freshness().past();
        if (forecast != null) {
            String percent = figures.percent(forecast.chance().probability());
            int hours = forecast.horizonHours();
            return past
                    ? Sentence.of("entity.headline.chanceThen", name, percent,
                            words.say("horizon.then", hours, times.moment(forecast.author().madeAt())))
                    : Sentence.of("entity.headline.chance", name, percent, words.say("horizon.next", hours));
        }
        MetricRow row = view.windows().isEmpty() ? null : view.windows().getLast();
        for (Metric metric : EntityTables.GAINS) {
            Double gained = row == null ? null : row.value(metric);
            if (row != null && gained != null) {
                return Sentence.of(HEADLINES.getOrDefault(metric, "entity.headline.gained"), name,
                        figures.count(gained), past
                                ? words.say("horizon.before", times.moment(row.window().to()))
                                : words.say("horizon.last"));
            }
        }
        return Sentence.of("entity.headline.unmeasured", name);
    }

    private String why(EntityView view) {
        return view.windows().isEmpty()
                ? words.say("entity.noWindows")
                : new WhySentence(words, figures).of(view.subject(), view.windows().getLast(), view.boost());
    }
}
