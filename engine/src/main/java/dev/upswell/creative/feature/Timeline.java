package dev.upswell.creative.feature;

import dev.upswell.creative.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The entries of a timeline of varying length, each with the time it covers.
///
/// @param stretches in order of time
record Timeline(List<Stretch> stretches) {

    private static final String EVERY = "every";

    /// An entry and the time that it covers, in seconds.
    record Stretch(double from, double to, Node entry) {

        double seconds() {
            return to - from;
        }
    }

    /// Reads the entries that tell a time and drops the others; what begins after the end of the video is dropped too.
    ///
    /// An entry that tells a point lasts until the next, the last one as long as the shortest before it, or a second.
    ///
    /// @param time the field that tells the time; `start` goes with `end`, and `every5` numbers entries by 5 seconds
    static Timeline of(List<Node> entries, String time, double length) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            span(entry, time, i).ifPresent(span -> told.add(new Told(span, entry)));
        }
        told.sort(Comparator.comparingDouble(one -> one.span().from()));
        double[] ends = ends(told);
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            double from = told.get(i).span().from();
            double to = Math.min(told.get(i).span().to().orElse(ends[i]), length);
            if (to > from) {
                stretches.add(new Stretch(from, to, told.get(i).entry()));
            }
        }
        return new Timeline(List.copyOf(stretches));
    }

    private record Told(Nodes.Span span, Node entry) {
    }

    /// When each of these would end if all were points.
    private static double[] ends(List<Told> told) {
        double[] ends = new double[told.size()];
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < ends.length; i++) {
            double gap = told.get(i).span().from() - told.get(i - 1).span().from();
            shortest = gap > 0 ? Math.min(shortest, gap) : shortest;
        }
        double last = Double.isFinite(shortest) ? shortest : 1;
        for (int i = ends.length - 1; i >= 0; i--) {
            double from = told.get(i).span().from();
            boolean shares = i + 1 < ends.length && told.get(i + 1).span().from() == from;
            ends[i] = i + 1 == ends.length ? from + last : shares ? ends[i + 1] : told.get(i + 1).span().from();
        }
        return ends;
    }

    private static Optional<Nodes.Span> span(Node entry, String time, int index) {
        if (time.startsWith(EVERY)) {
            double step = Double.parseDouble(time.substring(EVERY.length()));
            return Optional.of(new Nodes.Span(index * step, OptionalDouble.of((index + 1) * step)));
        }
        Optional<Nodes.Span> span = Nodes.part(entry, time).flatMap(Nodes::time);
        if (time.equals("start")) {
            Optional<Nodes.Span> end = Nodes.part(entry, "end").flatMap(Nodes::time);
            return span.flatMap(begin -> end
                    .map(last -> new Nodes.Span(begin.from(), OptionalDouble.of(last.from()))));
        }
        return span;
    }

    /// The share of the timeline's time whose entry has one of these words in this field; 0 for an empty one.
    double share(String field, String alternatives) {
        double all = stretches.stream().mapToDouble(Stretch::seconds).sum();
        double those = stretches.stream()
                .filter(stretch -> Nodes.part(stretch.entry(), field)
                        .filter(node -> Nodes.isOneOf(node, alternatives)).isPresent())
                .mapToDouble(Stretch::seconds).sum();
        return all > 0 ? those / all : 0;
    }
}
