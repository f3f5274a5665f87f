package dev.upswell.server.trend.page.html;

import dev.upswell.content.EntityKind;
import dev.upswell.server.trend.page.Expectation;
import dev.upswell.server.trend.page.Flag;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trend.page.TrendsView;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The trends page.
@Controller
class TrendsController {

    /// The metrics whose columns have a name that says little by itself.
    private static final List<Metric> EXPLAINED = List.of(Metric.VIEWS_GAINED, Metric.VIEW_GROWTH, Metric.MOMENTUM,
            Metric.NOVELTY_INDEX);

    private final TrendPages pages;
    private final Words words;
    private final Times times;
    private final TrendLines lines;
    private final TrustCards cards;

    TrendsController(TrendPages pages, Words words, Figures figures, Times times) {
        this.pages = pages;
        this.words = words;
        this.times = times;
        this.lines = new TrendLines(words, figures);
        this.cards = new TrustCards(words, figures);
    }

    @GetMapping("/trends")
    String trends(Query query, Model model) {
        TrendsFilter filter = TrendsFilter.from(query);
        query.done();
        TrendsView view = pages.trends(filter);
        model.addAttribute("view", view);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", EntityKind.values());
        model.addAttribute("headline", headline(view, filter.kind()));
        model.addAttribute("flags", Flag.values());
        model.addAttribute("explained", EXPLAINED);
        model.addAttribute("cards", cards.of(view.expectation()));
        model.addAttribute("lines", lines.of(view, filter));
        model.addAttribute("unplaced", filter.narrowed() ? List.of() : lines.unplaced(view.expectation(), filter));
        return "trends";
    }

    /// The finding. What is said of a time gone by names that time.
    private Sentence headline(TrendsView view, EntityKind kind) {
        if (view.watched(kind) == 0) {
            return Sentence.of("trends.headline.nothing." + kind.label());
        }
        boolean past = view.freshness().past();
        Expectation expectation = view.expectation();
        if (expectation != null) {
            int hours = expectation.horizon().hours();
            return Sentence.of("trends.headline.called." + kind.label(), expectation.called(), past
                    ? words.say("horizon.then", hours, times.moment(expectation.horizon().asOf()))
                    : words.say("horizon.next", hours));
        }
        long emerging = view.rows().stream().filter(row -> row.subject().is(Flag.EMERGING)).count();
        Sentence finding = Sentence.of("trends.headline.emerging." + kind.label(), emerging);
        return past
                ? Sentence.of("trends.headline.then", words.say(finding), times.moment(view.freshness().asOf()))
                : finding;
    }
}
