package dev.upswell.server.live.spend;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceStatus.Because;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A budget of a source as it binds: what the key allows, lowered by what a person set and by what the provider proved.
public record Allowance(Budget budget, Because because) {

    /// What the month's ceiling is called.
    public static final String MONTH = "month";

    private static final int MOST_DOUBLINGS = 40;

    /// What a provider said about its quota of the day.
    ///
    /// It holds on that day and the next; then twice as much is tried, and twice that on the day after, until the limit that is set is
    /// reached again: a plan may be paid for again, and somebody else with the same key may have used the rest just once.
    ///
    /// @param limit what could be used on the day on which it was used up
    /// @param of the limit that was set then; another one makes it void
    public record Told(long limit, long of, Instant at) {

        /// The limit as of this instant; null when it no longer binds.
        @Nullable
        Long now(long set, Instant now) {
            long days = ChronoUnit.DAYS.between(day(at), day(now));
            long doubled = limit << Math.clamp(days - 1, 0, MOST_DOUBLINGS);
            return set != of || doubled >= set || doubled < limit ? null : Long.valueOf(doubled);
        }

        private static LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /// All budgets of a source, in its order, and the month's.
    ///
    /// @param told null when the provider never said that its quota is used up
    public static List<Allowance> of(Source source, Ceiling ceiling, @Nullable Told told, Instant now) {
        List<Allowance> all = new ArrayList<>();
        Budget daily = null;
        for (Budget budget : source.budgets()) {
            if (daily == null && budget.span() instanceof Budget.Span.Day) {
                daily = budget;
                all.add(ofDay(budget, ceiling, told, now));
            } else {
                all.add(new Allowance(budget, Because.KEY));
            }
        }
        Budget.Counts counts = daily == null ? Budget.Counts.UNITS : daily.counts();
        Long perDay = ceiling.unitsPerDay();
        if (daily == null && perDay != null) {
            all.add(new Allowance(new Budget("day", counts, perDay, new Budget.Span.Day()), Because.CEILING));
        }
        Long perMonth = ceiling.monthly();
        if (perMonth != null && perMonth > 0) {
            all.add(new Allowance(new Budget(MONTH, counts, perMonth, new Budget.Span.Month()), Because.CEILING));
        }
        return all;
    }

    private static Allowance ofDay(Budget budget, Ceiling ceiling, @Nullable Told told, Instant now) {
        Allowance lowest = new Allowance(budget, Because.KEY);
        Long perDay = ceiling.unitsPerDay();
        if (perDay != null && perDay < lowest.budget().limit()) {
            lowest = new Allowance(budget.lowered(perDay), Because.CEILING);
        }
        Long proved = told == null ? null : told.now(budget.limit(), now);
        if (proved != null && proved < lowest.budget().limit()) {
            lowest = new Allowance(budget.lowered(proved), Because.PROVIDER);
        }
        return lowest;
    }
}
