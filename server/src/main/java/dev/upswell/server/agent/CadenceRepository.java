package dev.upswell.server.agent;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `cadence`. All calls run inside the caller's tenant transaction.
final class CadenceRepository {

    /// When a job runs, and how far its slots were handled.
    ///
    /// @param handled the last slot that was run or skipped, or the instant before which none was due
    /// @param changedBy who said so; null while the cadence is the usual one
    record Kept(String job, Cadence cadence, Instant handled, @Nullable String changedBy) {
    }

    /// Keeps the usual cadence of a job, unless a person gave it another.
    void register(JdbcClient db, Job job, Instant now) {
        Cadence usual = job.usual();
        db.sql("""
            insert into cadence (job, rule, on_new_data, missed, backlog, enabled, since) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, job) do update set rule = excluded.rule, on_new_data = excluded.on_new_data,
            missed = excluded.missed, backlog = excluded.backlog, enabled = excluded.enabled
            where cadence.changed_by is null and (cadence.rule, cadence.on_new_data, cadence.missed, cadence.backlog,
            cadence.enabled) is distinct from (excluded.rule, excluded.on_new_data, excluded.missed, excluded.backlog,
            excluded.enabled)""").param(job.name()).param(text(usual.rule())).param(usual.onNewData())
                .param(usual.missed().label()).param(usual.backlog()).param(usual.enabled()).param(RowTime.utc(now))
                .update();
    }

    /// Gives a job another cadence. Slots from before now are not due by it.
    void change(JdbcClient db, String job, Cadence cadence, String by, Instant now) {
        db.sql("""
            update cadence set rule = ?, on_new_data = ?, missed = ?, backlog = ?, enabled = ?, changed_by = ?, changed_at = ?,
            since = case when (rule, enabled) is distinct from (?, ?) then ? else since end where job = ?""")
                .param(text(cadence.rule())).param(cadence.onNewData()).param(cadence.missed().label())
                .param(cadence.backlog()).param(cadence.enabled()).param(by).param(RowTime.utc(now))
                .param(text(cadence.rule())).param(cadence.enabled()).param(RowTime.utc(now)).param(job)
                .update();
    }

    /// Lets a job follow its usual cadence again.
    void forget(JdbcClient db, Job job, Instant now) {
        db.sql("update cadence set changed_by = null, changed_at = ?, since = ? where job = ?")
                .params(RowTime.utc(now), RowTime.utc(now), job.name()).update();
        register(db, job, now);
    }

    List<Kept> list(JdbcClient db) {
        return db.sql("select * from cadence").query((row, index) -> kept(row)).list();
    }

    /// One, which nobody else can claim a slot of until the transaction ends.
    Optional<Kept> lock(JdbcClient db, String job) {
        return db.sql("select * from cadence where job = ? for update").param(job).query((row, index) -> kept(row))
                .optional();
    }

    void handled(JdbcClient db, String job, Instant slot) {
        db.sql("update cadence set last_slot = ? where job = ?").param(RowTime.utc(slot)).param(job).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        Cadence cadence = new Cadence(rule == null ? null : Rule.of(rule), row.getBoolean("on_new_data"),
                row.getString("missed").equals(Cadence.Missed.SKIP.label())
                        ? Cadence.Missed.SKIP
                        : Cadence.Missed.CATCH_UP,
                row.getInt("backlog"), row.getBoolean("enabled"));
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        OffsetDateTime last = row.getObject("last_slot", OffsetDateTime.class);
        Instant handled = last == null || last.toInstant().isBefore(since) ? since : last.toInstant();
        return new Kept(row.getString("job"), cadence, handled, row.getString("changed_by"));
    }

    private static @Nullable String text(@Nullable Rule rule) {
        return rule == null ? null : rule.text();
    }
}
