package dev.upswell.server.live.page;

import dev.upswell.server.live.SpendForecast;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The geometry of a day's spending: what was used until now, what is expected until midnight UTC, and the limit.
///
/// **units** pixels of a box of [#WIDTH] × [#HEIGHT], as points of SVG lines.
///
/// @param limit null when there is none
record SpendPlot(String used, String expected, @Nullable String limit) {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 90;
    private static final double MARGIN = 4;

    /// @param limit of the day; null when there is none
    static SpendPlot of(SpendForecast spend, @Nullable Long limit, Instant now) {
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
                limit == null ? null : point(0, limit, top) + " " + point(1, limit, top));
    }

    /// The box as SVG wants it.
    public String box() {
        return String.format(Locale.ROOT, "0 0 %.0f %.0f", WIDTH, HEIGHT);
    }

    private static String point(double share, double units, double top) {
        return String.format(Locale.ROOT, "%.1f,%.1f", MARGIN + share * (WIDTH - 2 * MARGIN),
                HEIGHT - MARGIN - units / top * (HEIGHT - 2 * MARGIN));
    }
}
