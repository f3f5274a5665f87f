package dev.upswell.server.live.plan;

import dev.upswell.poll.Cadence;
import dev.upswell.poll.PollPlan;
import dev.upswell.server.live.WatchPlans.Bound;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.Signals;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Plans in the database. All calls run inside the caller's tenant transaction.
final class PlanRepository {

    private static final Duration KEPT = Duration.ofDays(30);

    /// The last making of a plan for a source.
    ///
    /// @param watched how many watches it visits
    /// @param situation budgets and watches for which it was made
    record Run(Instant plannedAt, String trigger, @Nullable Bound bound, double ratePerDay, double unitsPerDay,
            double usualPerDay, double bits, double atMost, boolean pinsKept, int watched, int paused,
            String situation) {
    }

    Optional<Run> latest(JdbcClient db, String source) {
        return db.sql("select * from plan_run where source = ? order by planned_at desc, id desc limit 1").param(source)
                .query((row, index) -> run(row)).optional();
    }

    private static Run run(ResultSet row) throws SQLException {
        String budget = row.getString("budget");
        return new Run(row.getObject("planned_at", OffsetDateTime.class).toInstant(), row.getString("trigger"),
                budget == null ? null : new Bound(budget, row.getLong("budget_limit"), row.getLong("used")),
                row.getDouble("rate_per_day"), row.getDouble("units_per_day"), row.getDouble("usual_per_day"),
                row.getDouble("bits"), row.getDouble("at_most"), row.getBoolean("pins_kept"), row.getInt("watched"),
                row.getInt("paused"), row.getString("situation"));
    }

    /// The watches of a source as they are planned, first those of which a unit adds most, then by subject.
    List<Planned> planned(JdbcClient db, String source) {
        return db
                .sql("""
                    select w.*, p.every_minutes as planned_minutes, p.why, p.since, p.units_per_visit, p.units_per_day, p.bits,
                    p.weight, p.volatility, p.steps, p.probability, p.momentum from watch w join watch_plan p on p.watch_id = w.id
                    where w.source = ? order by p.every_minutes is null, p.bits / nullif(p.units_per_day, 0) desc nulls first,
                    w.feed, w.target collate "C\"""")
                .param(source).query((row, index) -> planned(row)).list();
    }

    private static Planned planned(ResultSet row) throws SQLException {
        int minutes = row.getInt("planned_minutes");
        Cadence cadence = row.wasNull() ? Cadence.PAUSED : new Cadence.Every(Duration.ofMinutes(minutes));
        return new Planned(WatchRepository.watch(row), cadence, PollPlan.Why.valueOf(row.getString("why")),
                row.getObject("since", OffsetDateTime.class).toInstant(), row.getDouble("units_per_visit"),
                row.getDouble("units_per_day"), row.getDouble("bits"),
                new Signals(row.getDouble("weight"), row.getDouble("volatility"), row.getInt("steps"),
                        row.getObject("probability", Double.class), row.getObject("momentum", Double.class)));
    }

    /// Puts a plan in force: how often each watch is visited, and that it was made. A visit that was left before its first page is
    /// given up where the plan no longer visits its subject, unless it is the first of all.
    void put(JdbcClient db, SourcePlan plan, String situation) {
        plan.watches().forEach(planned -> put(db, planned, plan.plannedAt()));
        db.sql("""
            update sweep set state = 'DONE', note = 'the plan no longer visits it', ended_at = ?
            where state = 'OPEN' and pages = 0 and watch_id in (select p.watch_id from watch_plan p
                join watch w on w.id = p.watch_id where w.source = ? and p.every_minutes is null)
            and exists (select 1 from sweep earlier where earlier.watch_id = sweep.watch_id and earlier.slot < sweep.slot)""")
                .param(RowTime.utcOrNull(plan.plannedAt())).param(plan.source()).update();
        Bound bound = plan.bound();
        db.sql("""
            insert into plan_run (source, planned_at, trigger, budget, budget_limit, used, rate_per_day, units_per_day,
            usual_per_day, bits, at_most, watched, paused, pins_kept, situation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").param(plan.source())
                .param(RowTime.utcOrNull(plan.plannedAt()))
                .param(plan.trigger()).param(bound == null ? null : bound.budget())
                .param(bound == null ? null : bound.limit()).param(bound == null ? null : bound.used())
                .params(plan.ratePerDay(), plan.unitsPerDay(), plan.usualPerDay(), plan.bits(), plan.atMost(),
                        plan.watches().size() - plan.paused().size(), plan.paused().size(), plan.pinsKept(), situation)
                .update();
        db.sql("delete from plan_run where source = ? and planned_at < ?").param(plan.source())
                .param(RowTime.utcOrNull(plan.plannedAt().minus(KEPT))).update();
    }

    private static void put(JdbcClient db, Planned planned, Instant now) {
        Signals signals = planned.signals();
        db.sql("""
            insert into watch_plan (watch_id, planned_at, every_minutes, why, since, units_per_visit, units_per_day, bits,
            weight, volatility, steps, probability, momentum)
            select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from watch where id = ?
            on conflict (tenant_id, watch_id) do update set planned_at = excluded.planned_at,
            since = case when watch_plan.every_minutes is not distinct from excluded.every_minutes
                then watch_plan.since else excluded.since end,
            every_minutes = excluded.every_minutes, why = excluded.why, units_per_visit = excluded.units_per_visit,
            units_per_day = excluded.units_per_day, bits = excluded.bits, weight = excluded.weight,
            volatility = excluded.volatility, steps = excluded.steps, probability = excluded.probability,
            momentum = excluded.momentum""")
                .param(RowTime.utcOrNull(now))
                .param(planned.cadence() instanceof Cadence.Every(Duration length)
                        ? Integer.valueOf((int) length.toMinutes())
                        : null)
                .param(planned.why().name()).param(RowTime.utcOrNull(now))
                .params(planned.unitsPerVisit(), planned.unitsPerDay(), planned.bits(), signals.weight(),
                        signals.volatility(), signals.steps())
                .param(signals.probability()).param(signals.momentum()).param(planned.watch().id()).update();
    }
}
