package dev.upswell.server.live.plan;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.spend.Allowance;
import dev.upswell.server.live.spend.SpendRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All that a plan for a source depends on, but for what is known of its subjects.
///
/// @param allowances its budgets as they bind, each with what is used of it
/// @param pause why nothing is asked now; null while it is asked
/// @param gap between requests
/// @param costs of past visits, by watch
/// @param last the plan in force; null before the first
record Situation(Source source, List<Allowance> allowances, List<Long> used, SourceStatus.@Nullable Paused pause,
        Duration gap, List<Watch> watches, Map<UUID, CostRepository.Cost> costs, PlanRepository.@Nullable Run last,
        Instant now) {

    private static final Duration LASTS = Duration.ofHours(1);

    static Situation of(JdbcClient db, Source source, Instant now) {
        SpendRepository spending = new SpendRepository();
        List<Allowance> allowances = spending.allowances(db, source, now);
        SpendRepository.Key key = spending.key(db, source, now).orElse(SpendRepository.Key.NEW);
        WatchRepository watches = new WatchRepository();
        return new Situation(source, allowances,
                allowances.stream().map(one -> spending.used(db, source, one.budget(), now)).toList(), key.pause(),
                key.gap(), watches.of(db, source.name()), new CostRepository().costs(db, source.name(), now),
                new PlanRepository().latest(db, source.name()).orElse(null), now);
    }

    /// Why a new plan is due; null when the one in force still fits.
    @Nullable
    String due() {
        PlanRepository.Run run = last;
        if (watches.isEmpty() && run == null) {
            return null;
        }
        if (run == null) {
            return "first";
        }
        String[] then = run.situation().split("#", 2);
        if (!then[0].equals(budgets())) {
            return "budget";
        }
        if (then.length < 2 || !then[1].equals(watched())) {
            return "watches";
        }
        if (!day(run.plannedAt()).equals(day(now))) {
            return "day";
        }
        return run.plannedAt().plus(LASTS).isAfter(now) ? null : "hour";
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }

    /// Another text asks for another plan.
    String text() {
        return budgets() + "#" + watched();
    }

    private String budgets() {
        SourceStatus.Paused paused = pause;
        return allowances.stream().map(one -> one.budget().name() + ":" + one.budget().limit() + ":" + one.because())
                .collect(Collectors.joining(" ")) + (paused == null ? "" : " paused:" + paused.until());
    }

    private String watched() {
        return watches.size() + ":" + Integer.toHexString(watches.toString().hashCode()) + ":" + costs.size();
    }

    /// The rates of its budgets, in their order.
    List<Rate> rates() {
        SourceStatus.Paused paused = pause;
        Instant from = paused == null || paused.until().isBefore(now) ? now : paused.until();
        return IntStream.range(0, allowances.size())
                .mapToObj(i -> rate(allowances.get(i), used.get(i), from)).toList();
    }

    /// What is paused beyond the end of a budget cannot use it up.
    private Rate rate(Allowance allowance, long used, Instant from) {
        Budget budget = allowance.budget();
        boolean lost = !from.isBefore(budget.freeAgain(now)) && !(budget.span() instanceof Budget.Span.Sliding);
        Rate rate = Rate.of(allowance, used, lost ? now : from);
        return lost ? new Rate(budget, used, 0, rate.fresh()) : rate;
    }
}
