package dev.upswell.server.trend.compute;

import dev.upswell.trend.EngagementPrior;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The tenant's engagement per view over seven whole days, the last of which ended a day before the day of the window's end.
///
/// The day between is what makes the rates lasting: readings that come late by less than a day change no rate that a window
/// used already. Later ones do, and [MetricJob] then computes the windows concerned again.
final class TrailingRates implements EngagementPrior {

    /// From how many days after a day its totals are used.
    static final int FIRST_USE_DAYS = 2;

    private static final int DAYS = 7;

    private final Map<Instant, EngagementDay> days;
    private final Map<Instant, Optional<Rates>> rates = new ConcurrentHashMap<>();

    TrailingRates(Map<Instant, EngagementDay> days) {
        this.days = days;
    }

    @Override
    public Optional<Rates> at(Instant end) {
        return rates.computeIfAbsent(end.truncatedTo(ChronoUnit.DAYS), this::of);
    }

    private Optional<Rates> of(Instant day) {
        long views = 0;
        long likes = 0;
        long comments = 0;
        long shares = 0;
        for (int back = FIRST_USE_DAYS; back < FIRST_USE_DAYS + DAYS; back++) {
            EngagementDay gained = days.get(day.minus(Duration.ofDays(back)));
            if (gained != null) {
                views += gained.views();
                likes += gained.likes();
                comments += gained.comments();
                shares += gained.shares();
            }
        }
        return Rates.ofTotals(views, likes, comments, shares);
    }
}
