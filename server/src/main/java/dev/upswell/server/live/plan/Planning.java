package dev.upswell.server.live.plan;

import dev.upswell.poll.PollPlan;
import dev.upswell.poll.Polled;
import dev.upswell.poll.Wish;
import dev.upswell.poll.Worth;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchPlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes plans of how often each watch is visited, and keeps them.
///
/// Rounds renew a plan where it is due: the first time, at every hour and day, and when a budget or the watch list changed.
public final class Planning implements WatchPlans {

    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);
    /// Above what anybody asks for; in place of no bound at all.
    private static final double UNBOUNDED = 1e12;

    private final PlanParts parts;
    private final PlanRepository plans = new PlanRepository();
    private final Learning learning;

    /// Over these parts.
    public Planning(PlanParts parts) {
        this.parts = parts;
        learning = new Learning(parts);
    }

    @Override
    public List<SourcePlan> list() {
        return parts.call(db -> parts.known().stream().flatMap(source -> inForce(db, source).stream()).toList());
    }

    private List<SourcePlan> inForce(JdbcClient db, String source) {
        return plans.latest(db, source)
                .map(run -> new SourcePlan(source, run.plannedAt(), run.trigger(), run.bound(), run.ratePerDay(),
                        run.unitsPerDay(), run.usualPerDay(), run.bits(), run.atMost(), run.pinsKept(),
                        plans.planned(db, source)))
                .stream().toList();
    }

    @Override
    public List<SourcePlan> renew() {
        Instant now = parts.now();
        for (Source source : parts.sources()) {
            Situation situation = parts.call(db -> Situation.of(db, source, now));
            if (!situation.watches().isEmpty() || situation.last() != null) {
                renew(situation, "asked");
            }
        }
        return list();
    }

    /// Makes a new plan for every source whose plan no longer fits. A source for which none can be made keeps the one that it has:
    /// others are not held up by it.
    public void renewWhereDue() {
        Instant now = parts.now();
        for (Source source : parts.sources()) {
            try {
                Situation situation = parts.call(db -> Situation.of(db, source, now));
                String trigger = situation.due();
                if (trigger != null) {
                    renew(situation, trigger);
                }
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException bug) {
                LOG.error("no plan could be made for {}", source.name(), bug);
            }
        }
    }

    /// What binds a source, and what may be spent of it.
    ///
    /// @param rate of the budget that binds; null when the source has none
    /// @param counts what costs are counted in
    private record Binding(@Nullable Rate rate, Budget.Counts counts, double perDay, double fresh) {

        /// Of several budgets the one that allows the fewest visits of the mean cost binds.
        static Binding of(Situation situation) {
            Binding binding = null;
            double fewest = Double.POSITIVE_INFINITY;
            for (Rate rate : situation.rates()) {
                double visits = rate.perDay() / meanCost(situation, rate.budget().counts());
                if (visits < fewest) {
                    fewest = visits;
                    binding = new Binding(rate, rate.budget().counts(), rate.perDay(), rate.fresh());
                }
            }
            double paced = situation.gap().isZero() ? UNBOUNDED : Rate.perDay(situation.gap());
            Binding budget = binding == null
                    ? new Binding(null, Budget.Counts.REQUESTS, UNBOUNDED, UNBOUNDED)
                    : binding;
            double units = paced * meanCost(situation, budget.counts()) / meanCost(situation, Budget.Counts.REQUESTS);
            return new Binding(budget.rate(), budget.counts(), Math.min(budget.perDay(), units),
                    Math.min(budget.fresh(), units));
        }

        private static double meanCost(Situation situation, Budget.Counts counts) {
            Costing costing = new Costing(situation);
            return situation.watches().stream().mapToDouble(watch -> costing.expected(watch, counts)).average()
                    .orElse(1);
        }
    }

    private void renew(Situation situation, String trigger) {
        String source = situation.source().name();
        Instant now = situation.now();
        Map<UUID, Signals> signals = learning.signals(source, situation.watches(), !situation.costs().isEmpty(), now);
        Binding binding = Binding.of(situation);
        Costing costing = new Costing(situation);
        List<Polled<Watch>> polled = situation.watches().stream()
                .map(watch -> polled(watch, costing.expected(watch, binding.counts()), signals)).toList();
        PollPlan<Watch> plan = PollPlan.of(polled, binding.perDay());
        double usual = PollPlan.of(polled, binding.fresh()).unitsPerDay();
        List<Planned> planned = new ArrayList<>();
        for (PollPlan.Choice<Watch> choice : plan.chosen()) {
            Watch watch = choice.polled().key();
            planned.add(new Planned(watch, choice.cadence(), choice.why(), now, choice.polled().unitsPerVisit(),
                    choice.unitsPerDay(), choice.bits(), known(signals, watch)));
        }
        Rate rate = binding.rate();
        Bound bound = rate == null ? null : new Bound(rate.budget().name(), rate.budget().limit(), rate.used());
        SourcePlan made = new SourcePlan(source, now, trigger, bound, binding.perDay(), plan.unitsPerDay(), usual,
                plan.bits(), plan.atMost(), plan.pinsKept(), planned);
        parts.call(db -> {
            plans.put(db, made, situation.text());
            if (isNews(situation.last(), made)) {
                parts.events().write(db, EventType.PLAN_CHANGED, facts(made));
            }
            return made;
        });
    }

    private static Polled<Watch> polled(Watch watch, double cost, Map<UUID, Signals> signals) {
        Signals known = known(signals, watch);
        Worth worth = new Worth(known.volatility(), known.weight(), watch.kind().fresh());
        return new Polled<>(watch, cost, worth, watch.pinned() ? new Wish.Pinned(watch.every()) : new Wish.Automatic());
    }

    private static Signals known(Map<UUID, Signals> signals, Watch watch) {
        return Objects.requireNonNull(signals.get(watch.id()), "signals of every watch");
    }

    private static boolean isNews(PlanRepository.@Nullable Run before, SourcePlan made) {
        return before == null || before.paused() != made.paused().size() || before.pinsKept() != made.pinsKept();
    }

    private static Map<String, Object> facts(SourcePlan plan) {
        return Map.of("source", plan.source(), "trigger", plan.trigger(), "watched",
                plan.watches().size() - plan.paused().size(), "paused", plan.paused().size(), "pinsKept",
                plan.pinsKept(), "unitsPerDay", Math.round(plan.unitsPerDay()));
    }
}
