package dev.upswell.server.live;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source is expected to cost, in what its budget of the day counts.
///
/// Expected is what the plan in force costs by what such visits cost before; at most is what they cost if every visit brings all its pages.
///
/// @param usedToday until now, since 00:00 UTC
/// @param expectedToday at the end of the day
/// @param mostToday at the end of the day, at most; never above the limit
/// @param usedThisMonth until now, since the first of the month
/// @param expectedThisMonth at the end of the month
/// @param money what `expectedThisMonth` costs; null when no price is known
/// @param currency of it; null when no price is known
/// @param hours what was used by the end of each hour of today that is over, the first first
public record SpendForecast(long usedToday, double expectedToday, double mostToday, long usedThisMonth,
        double expectedThisMonth, @Nullable BigDecimal money, @Nullable String currency, List<Long> hours) {

    public SpendForecast {
        hours = List.copyOf(hours);
    }
}
