package dev.upswell.server.live.plan;

import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchPlans.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must stay of a budget for what adds more, until the budget is renewed.
///
/// A plan thinks in units a day, but a visit is paid whole: one that comes once a day and costs 20 units is eight units an eighth of
/// a day before midnight only on paper. Such a visit waits while its units would be missing where each of them adds more; it is paid
/// from what those leave over, at the latest from the next budget. What is pinned, what was begun, and a first visit never wait.
public final class Reserve {

    private final @Nullable Budget budget;
    private final Map<UUID, Kept> kept;
    private double left;

    /// @param before units that visits of what adds more are expected to cost until the budget is renewed
    /// @param own units that its own visits are
    /// @param cost of one of its visits
    private record Kept(double before, double own, double cost) {
    }

    private Reserve(@Nullable Budget budget, double left, Map<UUID, Kept> kept) {
        this.budget = budget;
        this.left = left;
        this.kept = kept;
    }

    /// What the plan in force keeps of the budget that binds it; nothing where none does, or where it slides.
    public static Reserve of(JdbcClient db, Source source, Instant now) {
        Situation situation = Situation.of(db, source, now);
        PlanRepository.Run run = situation.last();
        Rate rate = run == null || run.bound() == null
                ? null
                : situation.rates().stream().filter(one -> one.budget().name().equals(run.bound().budget())).findFirst()
                        .orElse(null);
        if (rate == null || rate.budget().span() instanceof Budget.Span.Sliding) {
            return new Reserve(null, 0, Map.of());
        }
        double days = Rate.days(Duration.between(now, rate.budget().freeAgain(now)));
        Map<UUID, Kept> kept = new HashMap<>();
        double before = 0;
        for (Planned one : new PlanRepository().planned(db, source.name())) {
            double own = one.unitsPerDay() * days;
            boolean waits = !one.watch().pinned() && situation.costs().containsKey(one.watch().id());
            if (waits) {
                kept.put(one.watch().id(), new Kept(before, own, one.unitsPerVisit()));
            }
            before += own;
        }
        return new Reserve(rate.budget(), rate.budget().limit() - rate.used(), kept);
    }

    /// Takes the units of so many visits; false, and nothing is taken, where they must stay.
    ///
    /// To be asked in the order of the plan: what adds most first.
    public boolean take(Watch watch, int visits) {
        Kept one = kept.get(watch.id());
        if (one == null) {
            return true;
        }
        double cost = one.cost() * visits;
        if (cost > left - one.before()) {
            return false;
        }
        left -= Math.max(0, cost - one.own());
        return true;
    }

    /// Why a visit waits, in a sentence without its full stop.
    public String why() {
        return "what is left of the budget " + (budget == null ? "" : budget.name()) + " adds more elsewhere";
    }
}
