package dev.upswell.creative.feature;

import dev.upswell.creative.Absence;
import dev.upswell.creative.FeatureValue;
import dev.upswell.creative.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A level over time, and the statistics that make a fixed number of features of it.
///
/// Levels of an empty curve are 0, because empty is a value; the times of its peak and valley are absent.
///
/// @param points in order of time
/// @param entries how many entries the payload has
/// @param length of the video in seconds; infinite where it is unknown
record Curve(List<Point> points, int entries, double length) {

    private static final double EDGE = 0.3;

    /// Shot sizes as levels of closeness.
    private static final Map<String, Integer> SHOTS = Map.ofEntries(Map.entry("none", 0), Map.entry("wide", 1),
            Map.entry("full", 1), Map.entry("far", 1), Map.entry("wide_shot", 1), Map.entry("medium", 2),
            Map.entry("medium_shot", 2), Map.entry("close", 3), Map.entry("close_up", 3),
            Map.entry("extreme_close", 3));

    /// A level from one second to another.
    record Point(double from, double to, double level) {

        double within(double begin, double end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, begin));
        }
    }

    /// @param field `name`, `name:shot` for sizes of shots, or `name*60`
    static Curve of(List<Node> entries, String time, String field, double length) {
        String[] factor = field.split("\\*", -1);
        String[] scale = factor[0].split(":", -1);
        List<Point> points = new ArrayList<>();
        for (Timeline.Stretch stretch : Timeline.of(entries, time, length).stretches()) {
            OptionalDouble level = Nodes.part(stretch.entry(), scale[0])
                    .map(node -> scale.length > 1 ? shot(node) : Nodes.amount(node)).orElse(OptionalDouble.empty());
            level.ifPresent(value -> points.add(new Point(stretch.from(), stretch.to(),
                    factor.length > 1 ? value * Double.parseDouble(factor[1]) : value)));
        }
        return new Curve(List.copyOf(points), entries.size(), length);
    }

    private static OptionalDouble shot(Node node) {
        return Nodes.word(node).map(SHOTS::get).map(level -> OptionalDouble.of(level.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    FeatureValue statistic(String name) {
        if (entries > 0 && points.isEmpty()) {
            return new FeatureValue.Absent(Absence.UNUSABLE);
        }
        if (name.startsWith("window-")) {
            return window(Integer.parseInt(name.substring("window-".length())));
        }
        return switch (name) {
            case "length" -> new FeatureValue.Present(entries);
            case "mean" -> new FeatureValue.Present(mean(0, Double.POSITIVE_INFINITY).orElse(0));
            case "max", "peak" -> new FeatureValue.Present(highest());
            case "min", "valley" -> new FeatureValue.Present(lowest());
            case "range" -> new FeatureValue.Present(highest() - lowest());
            case "deviation" -> new FeatureValue.Present(deviation());
            case "opening" -> part(0, EDGE);
            case "closing" -> part(1 - EDGE, 1);
            case "peak-at" -> when(Comparator.comparingDouble(Point::level));
            case "valley-at" -> when(Comparator.comparingDouble((Point point) -> -point.level()));
            case "peak-ratio" -> peakRatio();
            default -> throw new IllegalArgumentException("statistic (" + name + ") must be known\nMaybe mistyped.");
        };
    }

    private double highest() {
        return points.stream().mapToDouble(Point::level).max().orElse(0);
    }

    private double lowest() {
        return points.stream().mapToDouble(Point::level).min().orElse(0);
    }

    /// The mean level of this time by how long each level lasts; empty where no point covers it.
    private OptionalDouble mean(double begin, double end) {
        double seconds = points.stream().mapToDouble(point -> point.within(begin, end)).sum();
        double sum = points.stream().mapToDouble(point -> point.within(begin, end) * point.level()).sum();
        return seconds > 1e-9 ? OptionalDouble.of(sum / seconds) : OptionalDouble.empty();
    }

    private double deviation() {
        double mean = mean(0, Double.POSITIVE_INFINITY).orElse(0);
        List<Point> squares = points.stream()
                .map(point -> new Point(point.from(), point.to(), (point.level() - mean) * (point.level() - mean)))
                .toList();
        return Math.sqrt(new Curve(squares, entries, length).mean(0, Double.POSITIVE_INFINITY).orElse(0));
    }

    /// Window `number` from 1: of 5 up to 15 s, of 6 up to 30 s, else of 10.
    private FeatureValue window(int number) {
        int windows = length <= 15 ? 5 : length <= 30 ? 6 : 10;
        if (Double.isFinite(length) && number > windows) {
            return new FeatureValue.Absent(Absence.OUTSIDE_VIDEO);
        }
        return part((number - 1.0) / windows, (double) number / windows);
    }

    private FeatureValue part(double begin, double end) {
        if (Double.isInfinite(length)) {
            return new FeatureValue.Absent(Absence.LENGTH_UNKNOWN);
        }
        if (points.isEmpty()) {
            return new FeatureValue.Present(0);
        }
        OptionalDouble mean = mean(begin * length, end * length);
        return mean.isPresent()
                ? new FeatureValue.Present(mean.getAsDouble())
                : new FeatureValue.Absent(Absence.NOT_TOLD);
    }

    private FeatureValue when(Comparator<Point> level) {
        if (Double.isInfinite(length)) {
            return new FeatureValue.Absent(Absence.LENGTH_UNKNOWN);
        }
        return points.stream().max(level.thenComparing(Comparator.comparingDouble(Point::from).reversed()))
                .<FeatureValue>map(point -> new FeatureValue.Present(point.from() / length))
                .orElse(new FeatureValue.Absent(Absence.DOES_NOT_OCCUR));
    }

    private FeatureValue peakRatio() {
        double mean = mean(0, Double.POSITIVE_INFINITY).orElse(0);
        return mean > 0
                ? new FeatureValue.Present(highest() / mean)
                : new FeatureValue.Absent(Absence.DOES_NOT_OCCUR);
    }
}
