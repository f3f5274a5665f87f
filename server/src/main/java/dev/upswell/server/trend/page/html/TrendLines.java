package dev.upswell.server.trend.page.html;

import dev.upswell.content.EntityId;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.Expectation;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.trend.page.TrendRow;
import dev.upswell.server.trend.page.TrendsFilter;
import dev.upswell.server.trend.page.TrendsView;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the lines of the ranked table from its rows.
final class TrendLines {

    private final Words words;
    private final Figures figures;
    private final MetricCells cells;
    private final WhySentence why;
    private final ExplanationText sentences;

    TrendLines(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
        this.cells = new MetricCells(words, figures);
        this.why = new WhySentence(words, figures);
        this.sentences = new ExplanationText(words, figures);
    }

    List<TrendLine> of(TrendsView view, TrendsFilter filter) {
        return view.rows().stream().map(row -> line(row, filter)).toList();
    }

    /// A called entity without a line, as it is named under the table.
    record Aside(String name, String page, Shown chance) {
    }

    List<Aside> unplaced(@Nullable Expectation expectation, TrendsFilter filter) {
        return expectation == null
                ? List.of()
                : expectation.unplaced().stream().map(one -> aside(one, filter)).toList();
    }

    private Aside aside(Expectation.Unplaced one, TrendsFilter filter) {
        Subject subject = one.subject();
        return new Aside(words.name(subject.id().kind(), subject.name()),
                page(subject.id(), filter.at(), filter.days()), shown(one.chance()));
    }

    private TrendLine line(TrendRow row, TrendsFilter filter) {
        Subject subject = row.subject();
        MetricRow day = row.day();
        var numbers = new TrendLine.Figures(cells.of(day, Metric.VIEWS_GAINED), cells.of(day, Metric.VIEW_GROWTH),
                cells.of(day, Metric.MOMENTUM), cells.of(day, Metric.NOVELTY_INDEX));
        Chance chance = row.chance();
        return new TrendLine(row.rank(), subject, words.name(subject.id().kind(), subject.name()),
                page(subject.id(), filter.at(), filter.days()), rows(subject.id(), "24h", day.window().to()),
                why.of(subject, day, row.boost()), row.trace().line(), numbers, day.value(Metric.MOMENTUM),
                shown(chance),
                chance == null ? null : range(chance), sentences.summary(row.reasons()));
    }

    Shown shown(@Nullable Chance chance) {
        if (chance == null) {
            return Shown.absent(words.say("absent.chance"));
        }
        List<Double> ends = chance.interval();
        String probability = figures.score(chance.probability(), 3);
        return Shown.plain(figures.percent(chance.probability()), ends == null
                ? words.say("chance.exact.alone", probability)
                : words.say("chance.exact", probability, figures.score(ends.getFirst(), 3),
                        figures.score(ends.getLast(), 3)));
    }

    private @Nullable String range(Chance chance) {
        List<Double> ends = chance.interval();
        return ends == null ? null : figures.percentRange(ends.getFirst(), ends.getLast());
    }

    static String page(EntityId id, @Nullable Instant at, int days) {
        return Link.to("/entities", id.kind().label(), id.value()).with("at", at, null).with("days", days, 7)
                .toString();
    }

    static String rows(EntityId id, String window, @Nullable Instant at) {
        return Link.to("/metrics", id.kind().label(), id.value()).with("window", window, null).with("at", at, null)
                .toString();
    }
}
