package dev.upswell.server.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The geometry of a small line without axes: runs of known values, and the outlook that continues them.
///
/// Coordinates are written as SVG attributes, so that no inline style is needed. Series are thinned to about 80 columns,
/// each drawn at its last known value; a column whose points are all unknown breaks the line.
///
/// **units** pixels of a box of [#WIDTH] × [#HEIGHT].
///
/// @param runs one list of SVG points per stretch without a gap
/// @param outlook the expected line, empty when there is none
/// @param band the outline of its interval, empty when there is none
public record Sparkline(List<String> runs, String outlook, String band) {

    /// The width of the box.
    public static final int WIDTH = 150;

    /// The height of the box.
    public static final int HEIGHT = 38;

    private static final int COLUMNS = 80;
    private static final double MARGIN = 3;

    public Sparkline {
        runs = List.copyOf(runs);
    }

    /// The line of these points in order of time, with what is expected after them.
    public static Sparkline of(List<Point> points, @Nullable Outlook outlook) {
        List<Point> columns = thinned(points);
        List<Point> known = columns.stream().filter(point -> point.value() != null).toList();
        if (known.isEmpty()) {
            return new Sparkline(List.of(), "", "");
        }
        Frame frame = Frame.around(columns, outlook);
        List<String> runs = runs(columns, frame);
        if (outlook == null) {
            return new Sparkline(runs, "", "");
        }
        Point last = known.getLast();
        String start = frame.place(last.at(), valueOf(last));
        return new Sparkline(runs, start + " " + frame.place(outlook.at(), outlook.middle()),
                start + " " + frame.place(outlook.at(), outlook.high()) + " "
                        + frame.place(outlook.at(), outlook.low()));
    }

    private static List<String> runs(List<Point> columns, Frame frame) {
        List<String> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (Point point : columns) {
            if (point.value() != null) {
                run.add(frame.place(point.at(), point.value()));
            } else if (!run.isEmpty()) {
                runs.add(String.join(" ", run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            runs.add(String.join(" ", run));
        }
        return runs;
    }

    private static List<Point> thinned(List<Point> points) {
        if (points.size() <= COLUMNS) {
            return points;
        }
        List<Point> columns = new ArrayList<>(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            int from = (int) ((long) column * points.size() / COLUMNS);
            int to = (int) ((column + 1L) * points.size() / COLUMNS);
            columns.add(lastKnown(points.subList(from, to)));
        }
        return columns;
    }

    private static Point lastKnown(List<Point> points) {
        return points.reversed().stream().filter(point -> point.value() != null).findFirst().orElse(points.getLast());
    }

    private static double valueOf(Point point) {
        Double value = point.value();
        if (value == null) {
            throw new IllegalStateException("point (" + point.at() + ") must have a value\nMaybe filter gaps first.");
        }
        return value;
    }

    private record Frame(double from, double to, double low, double high) {

        static Frame around(List<Point> points, @Nullable Outlook outlook) {
            double[] values = DoubleStream.concat(
                    points.stream().filter(point -> point.value() != null).mapToDouble(Sparkline::valueOf),
                    outlook == null ? DoubleStream.empty() : DoubleStream.of(outlook.low(), outlook.high())).toArray();
            OptionalDouble least = DoubleStream.of(values).min();
            OptionalDouble most = DoubleStream.of(values).max();
            Instant end = outlook == null ? points.getLast().at() : outlook.at();
            return new Frame(points.getFirst().at().getEpochSecond(), end.getEpochSecond(), least.orElse(0),
                    most.orElse(1));
        }

        String place(Instant at, double value) {
            double across = to > from ? (at.getEpochSecond() - from) / (to - from) : 1;
            double up = high > low ? (value - low) / (high - low) : 0.5;
            double x = MARGIN + across * (WIDTH - 2 * MARGIN);
            double y = HEIGHT - MARGIN - up * (HEIGHT - 2 * MARGIN);
            return Stream.of(x, y).map(part -> String.format(Locale.ROOT, "%.1f", part)).reduce((a, b) -> a + "," + b)
                    .orElseThrow();
        }
    }
}
