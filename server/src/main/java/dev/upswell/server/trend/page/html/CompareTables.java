package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.CompareFilter;
import dev.upswell.server.trend.page.Comparison;
import dev.upswell.server.trend.page.Comparison.Side;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the table of entities beside each other: a line for each figure, a cell for each entity.
final class CompareTables {

    /// They stand as the interval under the views gained.
    private static final Set<Metric> BOUNDS = Set.of(Metric.VIEWS_GAINED_LOW, Metric.VIEWS_GAINED_HIGH);

    private final Words words;
    private final Figures figures;
    private final Times times;
    private final MetricCells cells;
    private final TrendLines chances;

    CompareTables(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
        this.cells = new MetricCells(words, figures);
        this.chances = new TrendLines(words, figures);
    }

    /// An entity as a column.
    ///
    /// @param asOf as of when its figures are
    record Column(String name, String page, Instant asOf) {
    }

    /// A figure of each entity.
    ///
    /// @param means what it is; empty where its label says it
    record Line(String label, String means, List<Cell> cells) {
    }

    /// A figure of one entity.
    ///
    /// @param range its interval; empty where none is known
    /// @param rows where the rows behind it stand; empty for none
    record Cell(Shown value, String range, String rows) {
    }

    List<Column> columns(Comparison compared, CompareFilter filter) {
        return compared.sides().stream().map(side -> new Column(CompareChart.name(side, words),
                TrendLines.page(side.view().subject().id(), filter.time().at(), filter.time().days()),
                side.view().freshness().asOf())).toList();
    }

    /// Where they began, where they are, and how far they came.
    List<Line> levels(Comparison compared) {
        if (compared.start() == null) {
            return List.of();
        }
        return List.of(line("beside.first", compared, side -> count(side.first())),
                line("beside.last", compared, side -> count(side.last())),
                line("beside.index", compared, side -> side.lastIndex() == null
                        ? Shown.absent(words.say("beside.noIndex"))
                        : Shown.plain(figures.score(side.lastIndex(), 1), figures.exact(side.lastIndex()))));
    }

    private Shown count(@Nullable Double value) {
        return value == null
                ? Shown.absent(words.say("absent.other"))
                : Shown.plain(figures.count(value), figures.exact(value));
    }

    private Line line(String code, Comparison compared, Function<Side, Shown> value) {
        return new Line(words.say(code), "",
                compared.sides().stream().map(side -> new Cell(value.apply(side), "", "")).toList());
    }

    /// The metrics of the last day that at least one of them has.
    List<Line> metrics(Comparison compared) {
        return Arrays.stream(Metric.values()).filter(metric -> !BOUNDS.contains(metric))
                .filter(metric -> compared.sides().stream().anyMatch(side -> {
                    MetricRow day = day(side.view());
                    return day != null && day.value(metric) != null;
                })).map(metric -> new Line(words.say("metric." + metric.key()),
                        words.say("metric." + metric.key() + ".means"),
                        compared.sides().stream().map(side -> cell(side.view(), metric)).toList()))
                .toList();
    }

    private static @Nullable MetricRow day(EntityView view) {
        return view.windows().isEmpty() ? null : view.windows().getLast();
    }

    private Cell cell(EntityView view, Metric metric) {
        MetricRow day = day(view);
        if (day == null) {
            return new Cell(Shown.absent(words.say("entity.noWindows")), "", "");
        }
        return new Cell(cells.of(day, metric), metric == Metric.VIEWS_GAINED ? bounds(day) : "",
                TrendLines.rows(view.subject().id(), day.window().length(), day.window().to()));
    }

    private String bounds(MetricRow day) {
        Double low = day.value(Metric.VIEWS_GAINED_LOW);
        Double high = day.value(Metric.VIEWS_GAINED_HIGH);
        return low == null || high == null || low.equals(high)
                ? ""
                : words.say("beside.range", figures.count(low), figures.count(high));
    }

    /// The chance over each horizon that is foretold of at least one of them, and the level that is expected.
    List<Line> forecasts(Comparison compared) {
        Set<Integer> horizons = new TreeSet<>();
        compared.sides().stream().map(side -> side.view().forecast()).forEach(forecast -> {
            if (forecast != null) {
                forecast.horizons().forEach(one -> horizons.add(one.hours()));
            }
        });
        List<Line> lines = new ArrayList<>();
        horizons.forEach(hours -> lines.add(new Line(words.say("beside.chance", hours), "",
                compared.sides().stream().map(side -> chance(chance(side.view(), hours))).toList())));
        if (compared.sides().stream().anyMatch(side -> side.view().series().outlook() != null)) {
            lines.add(new Line(words.say("beside.outlook"), "",
                    compared.sides().stream().map(side -> outlook(side.view().series().outlook())).toList()));
        }
        return lines;
    }

    private static @Nullable Chance chance(EntityView view, int hours) {
        EntityView.Forecast forecast = view.forecast();
        return forecast == null
                ? null
                : forecast.horizons().stream().filter(one -> one.hours() == hours).map(EntityView.AtHorizon::chance)
                        .findFirst().orElse(null);
    }

    private Cell chance(@Nullable Chance chance) {
        List<Double> ends = chance == null ? null : chance.interval();
        return new Cell(chances.shown(chance), ends == null
                ? ""
                : figures.percentRange(ends.getFirst(), ends.getLast())
                        + " %",
                "");
    }

    private Cell outlook(@Nullable Outlook outlook) {
        return outlook == null
                ? new Cell(Shown.absent(words.say("beside.noOutlook")), "", "")
                : new Cell(Shown.plain(figures.count(outlook.middle()), figures.exact(outlook.middle())),
                        words.say("beside.rangeAt", figures.count(outlook.low()), figures.count(outlook.high()),
                                times.moment(outlook.at())),
                        "");
    }
}
