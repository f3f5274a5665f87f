package dev.upswell.server.live.page;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.SourceStatus;
import java.util.List;
import java.util.Locale;

/// What a source's spending is counted in: `requests`, `units` of the provider, or `cents`.
final class SpendUnit {

    private static final List<String> NAMED = List.of("cents", "units", "requests");

    private SpendUnit() {
    }

    /// The word for it, as in `live.unit.*`; `units` of a source without budgets.
    static String of(SourceStatus source) {
        return source.budgets().stream().map(SourceStatus.Use::budget).map(SpendUnit::of).findFirst().orElse("units");
    }

    /// The same of one of its budgets: each that counts units counts those of the source.
    static String of(SourceStatus source, Budget budget) {
        return budget.counts() == Budget.Counts.REQUESTS ? of(budget) : of(source);
    }

    /// The name of a day's budget says what the provider's units are.
    private static String of(Budget budget) {
        return NAMED.contains(budget.name()) ? budget.name() : budget.counts().name().toLowerCase(Locale.ROOT);
    }
}
