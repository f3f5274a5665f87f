package dev.upswell.server.trend.page;

import dev.upswell.server.web.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two to six entities of one kind beside each other over the same time.
///
/// @param start the first instant at which the level of all of them is known, from which on they are compared; null where one of
///     them was never read in this time
/// @param sides in the order asked for
public record Comparison(@Nullable Instant start, List<Side> sides) {

    /// The fewest that can be compared.
    public static final int FEWEST = 2;
    /// The most that are told apart by colour.
    public static final int MOST = 6;

    private static final double AT_START = 100;

    public Comparison {
        sides = List.copyOf(sides);
    }

    /// One of them.
    ///
    /// @param level the counter of views from the start on, the last reading before it standing at the start
    /// @param index the same with 100 at the start; empty where the level was 0 there
    public record Side(EntityView view, List<Point> level, List<Point> index) {

        public Side {
            level = List.copyOf(level);
            index = List.copyOf(index);
        }

        /// The level at the start; null where there is no start.
        public @Nullable Double first() {
            return level.isEmpty() ? null : level.getFirst().value();
        }

        /// The last level that was read; null where there is no start.
        public @Nullable Double last() {
            return latest(level);
        }

        /// The last index; null where there is none.
        public @Nullable Double lastIndex() {
            return latest(index);
        }

        private static @Nullable Double latest(List<Point> points) {
            return points.reversed().stream().map(Point::value).filter(Objects::nonNull).findFirst().orElse(null);
        }
    }

    /// These entities over the time for which their series were read.
    public static Comparison of(List<EntityView> views) {
        List<Instant> firsts = new ArrayList<>();
        for (EntityView view : views) {
            view.series().level().stream().filter(point -> point.value() != null).map(Point::at).findFirst()
                    .ifPresent(firsts::add);
        }
        Instant first = firsts.stream().max(Comparator.naturalOrder()).orElse(null);
        Instant start = first == null || firsts.size() < views.size() ? null : start(views, first);
        return new Comparison(start, views.stream().map(view -> side(view, start)).toList());
    }

    /// The first instant from this one on at which none of them is in a gap; null where there is none.
    private static @Nullable Instant start(List<EntityView> views, Instant from) {
        return Stream.concat(Stream.of(from), views.stream().flatMap(view -> view.series().level().stream())
                .map(Point::at).filter(from::isBefore)).sorted()
                .filter(at -> views.stream().allMatch(view -> known(view.series().level(), at))).findFirst()
                .orElse(null);
    }

    private static boolean known(List<Point> level, Instant at) {
        Double value = null;
        for (Point point : level) {
            if (!point.at().isAfter(at)) {
                value = point.value();
            }
        }
        return value != null;
    }

    private static Side side(EntityView view, @Nullable Instant start) {
        List<Point> level = start == null ? List.of() : from(start, view.series().level());
        Double base = level.isEmpty() ? null : level.getFirst().value();
        return new Side(view, level, base == null || base <= 0 ? List.of() : indexed(level, base));
    }

    private static List<Point> from(Instant start, List<Point> level) {
        List<Point> kept = new ArrayList<>();
        Double before = null;
        for (Point point : level) {
            if (!point.at().isAfter(start)) {
                before = point.value();
            } else {
                kept.add(point);
            }
        }
        kept.addFirst(new Point(start, before));
        return kept;
    }

    private static List<Point> indexed(List<Point> level, double base) {
        return level.stream().map(point -> new Point(point.at(), of(point.value(), base))).toList();
    }

    private static @Nullable Double of(@Nullable Double value, double base) {
        return value == null ? null : (Double) (AT_START * value / base);
    }
}
