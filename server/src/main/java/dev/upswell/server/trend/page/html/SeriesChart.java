package dev.upswell.server.trend.page.html;

import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Mark;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the chart of an entity's series is drawn from: points as [milliseconds, value or null], and its texts.
///
/// @param outlook [milliseconds, low, middle, high], empty when nothing is forecast
/// @param marks what happened meanwhile, the earliest first
/// @param texts the words on axes, legend and tooltip by their key in the script
record SeriesChart(List<List<@Nullable Number>> level, List<List<@Nullable Number>> gains, List<Number> outlook,
        long gainMillis, List<Marked> marks, Map<String, String> texts) {

    private static final int MOST_POINTS = 1_500;

    /// Something that happened at this instant, and its number in the list beneath.
    record Marked(long at, String number) {
    }

    static SeriesChart of(EntityView.Series series, List<Mark> marks, Words words, String window) {
        Outlook outlook = series.outlook();
        return new SeriesChart(points(thinned(series.level())), points(series.gains()),
                outlook == null
                        ? List.of()
                        : List.of(outlook.at().toEpochMilli(), outlook.low(), outlook.middle(), outlook.high()),
                series.gainWindow().toMillis(),
                IntStream.range(0, marks.size())
                        .mapToObj(at -> new Marked(marks.get(at).at().toEpochMilli(), String.valueOf(at + 1))).toList(),
                texts(words, window));
    }

    private static Map<String, String> texts(Words words, String window) {
        return Map.of("time", words.say("chart.time"), "moment", words.say("chart.moment", "{0}"), "level",
                words.say("chart.level"), "levelAxis",
                words.say("chart.levelAxis"), "gains", words.say("chart.gains", window), "gainsAxis",
                words.say("chart.gainsAxis", window), "outlook", words.say("chart.outlook"), "band",
                words.say("chart.band"), "missing", words.say("chart.missing"), "views", words.say("chart.views"));
    }

    private static List<List<@Nullable Number>> points(List<Point> points) {
        List<List<@Nullable Number>> pairs = new ArrayList<>(points.size());
        for (Point point : points) {
            List<@Nullable Number> pair = new ArrayList<>(2);
            pair.add(point.at().toEpochMilli());
            Double value = point.value();
            pair.add(value == null ? null : (Number) Math.round(value));
            pairs.add(pair);
        }
        return pairs;
    }

    /// A page stays small: of a long series the chart gets evenly spaced readings, and every gap.
    private static List<Point> thinned(List<Point> points) {
        int step = Math.ceilDiv(Math.max(1, points.size()), MOST_POINTS);
        if (step == 1) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        Instant last = points.getLast().at();
        for (int index = 0; index < points.size(); index++) {
            Point point = points.get(index);
            if (index % step == 0 || point.value() == null || point.at().equals(last)) {
                kept.add(point);
            }
        }
        return kept;
    }
}
