package dev.upswell.server.live.page;

import dev.upswell.server.live.SpendForecast;
import dev.upswell.server.web.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The geometry of a day's spending: what was used until now, what is expected until midnight UTC, and the limit.
///
/// **units** pixels of a box of [#WIDTH] × [#HEIGHT], as points of SVG lines.
///
/// @param limit null when there is none
/// @param hours marks of the axis of time
/// @param amounts marks of the axis of what is spent
record SpendPlot(String used, String expected, @Nullable String limit, List<Mark> hours, List<Mark> amounts) {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 140;
    private static final int LEFT = 56;
    private static final int RIGHT = WIDTH - 20;
    private static final int TOP = 10;
    private static final int BOTTOM = HEIGHT - 24;
    private static final int HOURS_APART = 6;

    SpendPlot {
        hours = List.copyOf(hours);
        amounts = List.copyOf(amounts);
    }

    /// A mark of an axis.
    ///
    /// @param at where it stands along its axis
    record Mark(double at, String text) {
    }

    /// @param limit of the day; null when there is none
    static SpendPlot of(SpendForecast spend, @Nullable Long limit, Instant now, Figures figures) {
        double top = Math.max(1, Math.max(limit == null ? 0 : limit, spend.expectedToday()));
        List<String> used = new ArrayList<>(List.of(point(0, 0, top)));
        long sum = 0;
        for (int hour = 0; hour < spend.hours().size(); hour++) {
            sum += spend.hours().get(hour);
            used.add(point((hour + 1) / 24.0, sum, top));
        }
        double share = Duration.between(now.truncatedTo(ChronoUnit.DAYS), now).toMillis()
                / (double) Duration.ofDays(1).toMillis();
        String here = point(share, spend.usedToday(), top);
        used.add(here);
        return new SpendPlot(String.join(" ", used), here + " " + point(1, spend.expectedToday(), top),
                limit == null ? null : point(0, limit, top) + " " + point(1, limit, top),
                IntStream.iterate(0, hour -> hour <= 24, hour -> hour + HOURS_APART)
                        .mapToObj(hour -> new Mark(x(hour / 24.0), String.format(Locale.ROOT, "%02d:00", hour)))
                        .toList(),
                Stream.of(0.0, top / 2, top).map(amount -> new Mark(y(amount, top), figures.count(amount))).toList());
    }

    /// The box as SVG wants it.
    public String box() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /// Where the axis of time begins.
    public int left() {
        return LEFT;
    }

    /// Where it ends.
    public int right() {
        return RIGHT;
    }

    /// Where its marks stand.
    public int foot() {
        return HEIGHT - 6;
    }

    private static double x(double share) {
        return LEFT + share * (RIGHT - LEFT);
    }

    private static double y(double units, double top) {
        return BOTTOM - units / top * (BOTTOM - TOP);
    }

    private static String point(double share, double units, double top) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(share), y(units, top));
    }
}
