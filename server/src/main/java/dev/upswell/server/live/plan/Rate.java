package dev.upswell.server.live.plan;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.spend.Allowance;
import java.time.Duration;
import java.time.Instant;

/// How fast a budget may be used up.
///
/// @param used of it now
/// @param perDay what may be used a day until it is renewed
/// @param fresh what may be used a day of a whole new one
record Rate(Budget budget, long used, double perDay, double fresh) {

    /// A day: what is left of the shortest time for which is planned, so that the last units of a day do not make a flood.
    private static final double LEAST_DAYS = 0.25 / 24;

    /// The rate of this budget.
    ///
    /// @param from when asking is possible again, not before now
    static Rate of(Allowance allowance, long used, Instant from) {
        Budget budget = allowance.budget();
        double limit = budget.limit();
        return switch (budget.span()) {
            case Budget.Span.Sliding(Duration length) -> {
                double perDay = limit / days(length);
                yield new Rate(budget, used, perDay, perDay);
            }
            case Budget.Span.Day() -> new Rate(budget, used, left(budget, used, from), limit);
            case Budget.Span.Month() -> {
                double perDay = left(budget, used, from);
                yield new Rate(budget, used, perDay, perDay);
            }
        };
    }

    private static double left(Budget budget, long used, Instant from) {
        double days = days(Duration.between(from, budget.freeAgain(from)));
        return Math.max(0, budget.limit() - used) / Math.max(LEAST_DAYS, days);
    }

    /// The rate at which a source lets itself be asked that wants a gap between requests.
    static double perDay(Duration gap) {
        return 1 / days(gap);
    }

    static double days(Duration time) {
        return time.toMillis() / (double) Duration.ofDays(1).toMillis();
    }
}
