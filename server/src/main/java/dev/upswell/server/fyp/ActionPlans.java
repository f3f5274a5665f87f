package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens what is to be done about videos: one task for an alarm, with the steps of the rules that fire beside it, and one for
/// each rule that fires without. Of a video each is opened once for ever, however often its scores are made anew.
final class ActionPlans {

    /// An older score calls nobody: there is nothing left to save.
    private static final Duration FRESH = Duration.ofHours(1);

    private final Tasks tasks;
    private final PlanRepository plans = new PlanRepository();

    ActionPlans(Database database) {
        tasks = new Tasks(database);
    }

    /// Whether a score is young enough for something to be done about it.
    static boolean isFresh(FypScore score, Instant now) {
        return score.asOf().isAfter(now.minus(FRESH)) && !score.asOf().isAfter(now);
    }

    /// Why something is to be done.
    ///
    /// @param alarms whether it alarms, and did not before
    /// @param firing the rules that fire
    /// @param medians of the brand's videos at this mark
    record Cause(FypScore score, boolean alarms, List<Prescription> firing, Map<FypMetric, Double> medians) {

        Cause {
            firing = List.copyOf(firing);
            medians = Map.copyOf(medians);
        }

        /// The cause that a score gives; empty when it gives none.
        ///
        /// @param before the score as it was kept; null when none was
        static Optional<Cause> of(FypScore score, @Nullable FypScore before, RuleBook book,
                Supplier<Map<FypMetric, Double>> medians) {
            boolean alarms = !score.alarms().isEmpty() && (before == null || before.alarms().isEmpty());
            List<Prescription> firing = book.firing(score);
            return !alarms && firing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cause(score, alarms, firing, medians.get()));
        }
    }

    /// How many tasks were opened.
    record Opened(int alarms, int plans) {
    }

    /// Opens what these ask for, in the caller's tenant transaction.
    Opened open(JdbcClient db, Collection<Cause> causes) {
        int alarms = 0;
        int opened = 0;
        for (Cause cause : causes) {
            if (cause.alarms() && alarm(db, cause)) {
                alarms++;
            }
            for (Prescription rule : cause.firing()) {
                opened += rule(db, cause.score(), rule) ? 1 : 0;
            }
        }
        return new Opened(alarms, opened);
    }

    private boolean alarm(JdbcClient db, Cause cause) {
        FypScore score = cause.score();
        ImprovementTask.Order order = PlanOrder.ofAlarm(score, cause.medians(), cause.firing());
        Optional<ImprovementTask> task = plans.has(db, score, ActionPlan.ALARM)
                ? Optional.empty()
                : tasks.alert(db, EventType.VIDEO_ALARM, order.title(), order, score.asOf());
        task.ifPresent(one -> {
            plans.add(db, ActionPlan.ofAlarm(score, cause.firing(), one.id()));
            cause.firing().forEach(rule -> plans.add(db, ActionPlan.ofRule(score, rule, one.id())));
        });
        return task.isPresent();
    }

    private boolean rule(JdbcClient db, FypScore score, Prescription rule) {
        if (plans.has(db, score, rule.text())) {
            return false;
        }
        Optional<ImprovementTask> task = tasks.open(db, PlanOrder.ofRule(score, rule), score.asOf());
        task.ifPresent(one -> plans.add(db, ActionPlan.ofRule(score, rule, one.id())));
        return task.isPresent();
    }
}
