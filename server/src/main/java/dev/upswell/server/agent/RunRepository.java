package dev.upswell.server.agent;

import dev.upswell.server.event.Facts;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `agent_run`. All calls run inside the caller's tenant transaction.
///
/// Leases are written and compared by the database's clock alone, so that clocks of servers that differ take no run from a
/// server that lives.
final class RunRepository {

    private static final String LEASED = "lease_until = clock_timestamp() + ? * interval '1 millisecond'";

    /// A run that is this server's now.
    ///
    /// @param attempt tells this try from earlier and later ones
    record Claimed(String job, Instant slot, Turn.Reason reason, int attempt, boolean changed) {
    }

    /// A run taken from a server that fell silent.
    ///
    /// @param from that server
    record Taken(Claimed claimed, String from) {
    }

    /// Whether a server does this job now; call it with the job's cadence locked.
    boolean isRunning(JdbcClient db, String job) {
        return db.sql("select exists (select from agent_run where job = ? and state = 'RUNNING')").param(job)
                .query(Boolean.class).single();
    }

    /// Makes a slot this server's; false when it was claimed or skipped before.
    boolean claim(JdbcClient db, Claimed run, String node, Duration lease, Instant now) {
        return db.sql("""
            insert into agent_run (job, slot, reason, changed, state, node, attempt, begun_at, lease_until)
            values (?, ?, ?, ?, 'RUNNING', ?, 1, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict do nothing""")
                .params(run.job(), RowTime.utc(run.slot()), run.reason().name(), run.changed(), node,
                        RowTime.utc(now), lease.toMillis())
                .update() == 1;
    }

    /// This instant, or the first after it that no run of the job has: a clock may stand still, or be set back.
    Instant free(JdbcClient db, String job, Instant at) {
        return db.sql("select max(slot) as last from agent_run where job = ? and slot >= ?").param(job)
                .param(RowTime.utc(at))
                .query((row, index) -> Optional.ofNullable(nullable(row, "last"))).single()
                .map(last -> last.plus(1, ChronoUnit.MICROS)).orElse(at);
    }

    /// Takes up a run that waits, the oldest of its job; empty when none is to be tried yet.
    Optional<Claimed> claimWaiting(JdbcClient db, String job, String node, Duration lease, Instant now) {
        return db.sql(
                "update agent_run set state = 'RUNNING', node = ?, attempt = attempt + 1, begun_at = ?, again_at = null, ended_at = null,"
                        + LEASED
                        + """
                             where (tenant_id, job, slot) = (select tenant_id, job, slot from agent_run where job = ? and state = 'WAITING'
                            and again_at <= ? order by slot limit 1) returning *""")
                .params(node, RowTime.utc(now), lease.toMillis(), job, RowTime.utc(now))
                .query((row, index) -> claimed(row)).optional();
    }

    /// The jobs of which a run waits to be tried now.
    List<String> waiting(JdbcClient db, Instant now) {
        return db.sql("select distinct job from agent_run where state = 'WAITING' and again_at <= ?")
                .param(RowTime.utc(now))
                .query(String.class).list();
    }

    /// Lets a run be tried as soon as a server looks.
    void ask(JdbcClient db, String job, Instant slot, Turn.Reason reason, Instant at) {
        db.sql("""
            insert into agent_run (job, slot, reason, state, attempt, again_at) values (?, ?, ?, 'WAITING', 0, ?)
            on conflict do nothing""").params(job, RowTime.utc(slot), reason.name(), RowTime.utc(at)).update();
    }

    /// Takes over the runs of these jobs whose server was not heard of for a lease. One that several servers lost is given up.
    List<Taken> takeOver(JdbcClient db, Collection<String> jobs, String node, Duration lease) {
        return db
                .sql("""
                    with silent as (select tenant_id, job, slot, node from agent_run where state = 'RUNNING'
                    and lease_until < clock_timestamp() and job = any(?) for update skip locked)
                    update agent_run r set node = ?, attempt = attempt + 1, lease_until = clock_timestamp() + ? * interval '1 millisecond'
                    from silent s where (r.tenant_id, r.job, r.slot) = (s.tenant_id, s.job, s.slot)
                    returning r.*, s.node as before""")
                .params(jobs.toArray(String[]::new), node, lease.toMillis())
                .query((row, index) -> new Taken(claimed(row), row.getString("before"))).list();
    }

    /// Tells that this server lives, for its runs whose lease is a third over.
    void live(JdbcClient db, String node, Duration lease) {
        db.sql("update agent_run set " + LEASED + """
            where node = ? and state = 'RUNNING' and lease_until < clock_timestamp() + ? * interval '1 millisecond'""")
                .params(lease.toMillis(), node, lease.multipliedBy(2).dividedBy(3).toMillis()).update();
    }

    /// Lets others have what this server has begun, without waiting for the lease.
    void release(JdbcClient db, String node) {
        db.sql("update agent_run set lease_until = '-infinity' where node = ? and state = 'RUNNING'").param(node)
                .update();
    }

    /// Ends a run; false, and nothing changes, when it is no longer this server's.
    boolean end(JdbcClient db, Claimed run, String node, Run.State state, Outcome outcome, Instant now,
            @Nullable Instant again) {
        return db.sql("""
            update agent_run set state = ?, counts = ?::jsonb, note = ?, ended_at = ?, again_at = ?, lease_until = null
            where job = ? and slot = ? and state = 'RUNNING' and node = ? and attempt = ?""").param(state.name())
                .param(Facts.write(outcome.counts())).param(outcome.note())
                .param(state == Run.State.WAITING ? null : RowTime.utc(now))
                .param(again == null ? null : RowTime.utc(again))
                .param(run.job()).param(RowTime.utc(run.slot())).param(node).param(run.attempt()).update() == 1;
    }

    /// Whether the last run of a job before this one failed.
    boolean failedBefore(JdbcClient db, Claimed run) {
        return db
                .sql("""
                    select coalesce((select state = 'FAILED' from agent_run where job = ? and slot < ? and state in ('DONE', 'FAILED')
                    order by slot desc limit 1), false)""")
                .param(run.job()).param(RowTime.utc(run.slot())).query(Boolean.class)
                .single();
    }

    /// Notes that slots were missed and are left out.
    ///
    /// @param last the newest of them
    void skip(JdbcClient db, String job, Instant last, long slots, Instant now) {
        db.sql("""
            insert into agent_run (job, slot, reason, state, attempt, counts, ended_at)
            values (?, ?, 'CADENCE', 'SKIPPED', 0, ?::jsonb, ?) on conflict do nothing""")
                .params(job, RowTime.utc(last), Facts.write(Map.of("slots", slots)), RowTime.utc(now)).update();
    }

    /// Part of the runs, the newest first.
    ///
    /// @param job only of this one; null for all
    List<Run> list(JdbcClient db, @Nullable String job, int limit, long offset) {
        return db.sql("""
            select * from agent_run where ?::text is null or job = ? order by coalesce(begun_at, slot) desc, job
            limit ? offset ?""").param(job).param(job).param(limit).param(offset).query((row, index) -> run(row))
                .list();
    }

    long count(JdbcClient db, @Nullable String job) {
        return db.sql("select count(*) from agent_run where ?::text is null or job = ?").param(job).param(job)
                .query(Long.class).single();
    }

    /// The last run of every job that was begun.
    List<Run> last(JdbcClient db) {
        return db.sql("""
            select r.* from cadence c cross join lateral (select * from agent_run a where a.job = c.job
            and a.begun_at is not null order by a.slot desc limit 1) r""").query((row, index) -> run(row)).list();
    }

    /// How many runs ended in [from, until), by state.
    Map<String, Long> ended(JdbcClient db, Instant from, Instant until) {
        Map<String, Long> ended = new LinkedHashMap<>();
        db.sql("""
            select state, count(*) as runs from agent_run where ended_at >= ? and ended_at < ? group by state order by state""")
                .params(RowTime.utc(from), RowTime.utc(until)).query(row -> {
                    ended.put(row.getString("state"), row.getLong("runs"));
                });
        return ended;
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(row.getString("job"), instant(row, "slot"),
                Turn.Reason.valueOf(row.getString("reason")), row.getInt("attempt"), row.getBoolean("changed"));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(row.getString("job"), instant(row, "slot"), Turn.Reason.valueOf(row.getString("reason")),
                Run.State.valueOf(row.getString("state")), row.getString("node"), row.getInt("attempt"),
                nullable(row, "begun_at"), nullable(row, "ended_at"), counts(row.getString("counts")),
                row.getString("note"));
    }

    private static Map<String, Long> counts(String json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Facts.read(json).forEach((name, value) -> {
            if (value instanceof Number number) {
                counts.put(name, number.longValue());
            }
        });
        return counts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
