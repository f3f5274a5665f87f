package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything that the chart of a series draws, as a table: for readers who cannot see it or want the numbers.
final class ChartTable {

    private static final int MOST_LEVELS = 120;

    private static final Shown NOT_DRAWN = Shown.plain("", "");

    private final Words words;
    private final Figures figures;

    ChartTable(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// One instant: the level read then, what was gained in the window that ends then; empty cells where the chart has
    /// no point. The range is that of an expected level, else empty.
    record Row(Instant at, Shown level, Shown gained, String range) {
    }

    List<Row> of(EntityView.Series series) {
        var levels = new TreeMap<Instant, Shown>();
        var gains = new TreeMap<Instant, Shown>();
        thinned(series.level()).forEach(point -> levels.put(point.at(), shown(point)));
        series.gains().forEach(point -> gains.put(point.at(), shown(point)));
        var instants = new TreeMap<>(levels);
        gains.keySet().forEach(at -> instants.putIfAbsent(at, NOT_DRAWN));
        List<Row> rows = new ArrayList<>();
        instants.forEach((at, level) -> rows.add(new Row(at, level, gains.getOrDefault(at, NOT_DRAWN), "")));
        expected(rows, series.outlook());
        return rows;
    }

    private void expected(List<Row> rows, @Nullable Outlook outlook) {
        if (outlook != null) {
            rows.add(new Row(outlook.at(),
                    Shown.plain(words.say("entity.series.expected", exact(outlook.middle())), ""), NOT_DRAWN,
                    words.say("entity.series.expectedRange", exact(outlook.low()), exact(outlook.high()))));
        }
    }

    /// Evenly spaced readings of a long series, every gap, and the last one.
    private static List<Point> thinned(List<Point> points) {
        int step = Math.ceilDiv(Math.max(1, points.size()), MOST_LEVELS);
        return IntStream.range(0, points.size()).filter(
                at -> at % step == 0 || at == points.size() - 1 || points.get(at).value() == null
                        && points.get(Math.max(0, at - 1)).value() != null)
                .mapToObj(points::get).toList();
    }

    private Shown shown(Point point) {
        Double value = point.value();
        return value == null
                ? new Shown(words.say("entity.series.missing"), "", "muted")
                : Shown.plain(exact(value), "");
    }

    private String exact(double value) {
        return figures.exact(Math.round(value));
    }
}
