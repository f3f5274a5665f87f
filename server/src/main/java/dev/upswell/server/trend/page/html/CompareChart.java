package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.Comparison;
import dev.upswell.server.trend.page.Subject;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a chart of several series is drawn from: of each its name and its points as [milliseconds, value or null].
record CompareChart(List<Line> lines, Map<String, String> texts) {

    private static final int MOST_POINTS = 400;

    record Line(String name, List<List<@Nullable Number>> points) {
    }

    static CompareChart levels(Comparison compared, Words words) {
        return of(compared, Comparison.Side::level, words, "chart.levelAxis");
    }

    static CompareChart indexes(Comparison compared, Words words) {
        return of(compared, Comparison.Side::index, words, "beside.indexAxis");
    }

    private static CompareChart of(Comparison compared, Function<Comparison.Side, List<Point>> series, Words words,
            String axis) {
        return new CompareChart(
                compared.sides().stream().map(side -> new Line(name(side, words), points(series.apply(side)))).toList(),
                Map.of("axis", words.say(axis), "time", words.say("chart.time"), "moment",
                        words.say("chart.moment", "{0}"), "missing", words.say("chart.missing")));
    }

    static String name(Comparison.Side side, Words words) {
        Subject subject = side.view().subject();
        return words.name(subject.id().kind(), subject.name());
    }

    /// Evenly spaced readings of a long series, every gap, and the last one.
    private static List<List<@Nullable Number>> points(List<Point> points) {
        int step = Math.ceilDiv(Math.max(1, points.size()), MOST_POINTS);
        List<List<@Nullable Number>> pairs = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            Double value = points.get(at).value();
            if (at % step == 0 || value == null || at == points.size() - 1) {
                List<@Nullable Number> pair = new ArrayList<>(2);
                pair.add(points.get(at).at().toEpochMilli());
                pair.add(value == null ? null : (Number) (Math.round(value * 10) / 10.0));
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
