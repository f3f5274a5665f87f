package dev.upswell.server.improve;

import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.TaskRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens an improvement task when a written retrospective calls for it by a [Rule], and closes it when a later one shows that
/// it helped.
///
/// A week opens a task at most once: not while one of its topic is pending, not from a week that an earlier task of the topic
/// knew, and after a task was dropped by hand not before its review date.
final class Backlog {

    /// Four weeks of retrospectives tell whether it helped.
    private static final int REVIEWED_AFTER_DAYS = 28;

    /// So far back tasks are looked at: the rest was seen by earlier runs.
    private static final int WEEKS = 8;

    private final Database database;
    private final Evaluations evaluations;
    private final TaskRepository tasks = new TaskRepository();

    Backlog(Database database, Evaluations evaluations) {
        this.database = database;
        this.evaluations = evaluations;
    }

    /// What was done.
    record Done(int opened, int closed) {

        Done plus(Done other) {
            return new Done(opened + other.opened, closed + other.closed);
        }
    }

    /// Works through the last weeks, the oldest first.
    Done review(TenantId tenant) {
        List<Retrospective> weeks = evaluations.retrospectives(WEEKS, 0).reversed();
        return database.transactions().call(tenant, db -> {
            Done done = new Done(0, 0);
            for (Retrospective week : weeks) {
                for (Retrospective.Part part : week.parts()) {
                    for (Rule rule : Rule.ALL) {
                        done = done.plus(apply(db, week, part, rule));
                    }
                }
            }
            return done;
        });
    }

    private Done apply(JdbcClient db, Retrospective week, Retrospective.Part part, Rule rule) {
        OptionalDouble number = rule.number().apply(part);
        Optional<ImprovementTask> last = tasks.last(db, rule.topic(part));
        if (number.isEmpty() || last.filter(task -> !end(week).isAfter(task.openedAsOf())).isPresent()) {
            return new Done(0, 0);
        }
        Optional<UUID> pending = last.filter(task -> task.state().pending()).map(ImprovementTask::id);
        if (pending.isPresent() && number.getAsDouble() <= rule.closesAt()) {
            tasks.close(db, pending.get(), true, "In week %s the %s was %s; the success metric is met.".formatted(
                    week.week(), rule.words().number(), said(number.getAsDouble())));
            return new Done(0, 1);
        }
        boolean opens = number.getAsDouble() > rule.opensAbove() && pending.isEmpty()
                && last.filter(task -> dropped(task, week)).isEmpty();
        return opens && tasks.open(db, order(week, part, rule, number.getAsDouble()), end(week)).isPresent()
                ? new Done(1, 0)
                : new Done(0, 0);
    }

    private static boolean dropped(ImprovementTask task, Retrospective week) {
        return task.state() == State.DROPPED && week.end().isBefore(task.order().reviewDate());
    }

    /// Up to when a week's retrospective knew the world.
    private static Instant end(Retrospective week) {
        return week.end().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Order order(Retrospective week, Retrospective.Part part, Rule rule, double number) {
        Retrospective.WeekFigures figures = part.figures();
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("number", number);
        facts.put("opensAbove", rule.opensAbove());
        facts.put("closesAt", rule.closesAt());
        facts.put("pairs", (double) figures.pairs());
        facts.put("hits", (double) figures.hits());
        facts.put("misses", (double) figures.misses());
        facts.put("falseSurges", (double) figures.falseSurges());
        String of = part.task().kind().label() + "s over " + part.task().horizonHours() + " h";
        LocalDate review = week.end().plusDays(1L + REVIEWED_AFTER_DAYS);
        return new Order(rule.topic(part), rule.words().title().formatted(of), rule.category(),
                "In week %s the %s was %s (bar %s).".formatted(week.week(), rule.words().number(), said(number),
                        said(rule.opensAbove())),
                rule.words().hypothesis(), "In a later week's retrospective the %s is at most %s.".formatted(
                        rule.words().number(), said(rule.closesAt())),
                rule.owner(), review, facts);
    }

    private static String said(double number) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * number);
    }
}
