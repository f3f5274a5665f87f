package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.trend.Metric;
import dev.upswell.server.trend.MetricRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What computations leave in PostgreSQL beside their rows: the run, the issues found, the event.
final class MetricRunRepository {

    /// The issue types that computations count; importers count others.
    private static final String OWN_TYPES = "('" + IssueTally.FELL + "', '" + IssueTally.ENGAGEMENT + "')";

    private final EventLogRepository events = new EventLogRepository("trend");

    /// Whether the rows of the last run followed other definitions than this program's; not so without a run.
    boolean isOfOtherDefinition(JdbcClient db) {
        return db.sql("select definition_version from metric_run order by started_at desc limit 1").query(String.class)
                .optional().filter(version -> !version.equals(String.valueOf(Metric.DEFINITION_VERSION))).isPresent();
    }

    /// Begins a run and returns its id.
    UUID begin(JdbcClient db, Instant now) {
        return db.sql("insert into metric_run (definition_version, started_at) values (?, ?) returning id")
                .param(String.valueOf(Metric.DEFINITION_VERSION)).param(RowTime.utc(now)).query(UUID.class).single();
    }

    /// The run that began last; empty when there was none.
    Optional<MetricRun> last(JdbcClient db) {
        return db.sql("select * from metric_run order by started_at desc, id limit 1")
                .query((row, index) -> new MetricRun(row.getLong("entities"), row.getLong("rows_written"),
                        instant(row, "from_time"), instant(row, "to_time"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(), instant(row, "finished_at")))
                .optional();
    }

    /// A number higher than that of every file published so far. Only under the lock that makes one process compute.
    long nextSequence(JdbcClient db) {
        return db.sql("select coalesce(max(last_seq), 0) + 1 from lake_sequence").query(Long.class).single();
    }

    /// Adds a batch to the run.
    void progressed(JdbcClient db, UUID run, MetricCounts batch) {
        db.sql("""
            update metric_run set entities = entities + ?, rows_written = rows_written + ?,
            from_time = least(from_time, ?), to_time = greatest(to_time, ?) where id = ?""")
                .param(batch.entities()).param(batch.rows())
                .param(batch.from() == null ? null : RowTime.utc(batch.from()))
                .param(batch.to() == null ? null : RowTime.utc(batch.to())).param(run).update();
    }

    /// Ends the run, and tells in the event log what it did.
    void ended(JdbcClient db, UUID run, MetricCounts total, Instant now) {
        Instant began = db.sql("update metric_run set finished_at = ? where id = ? returning started_at")
                .param(RowTime.utc(now)).param(run)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        events.write(db, EventType.METRIC_DONE, Map.of("entities", total.entities(), "rows", total.rows()),
                Duration.between(began, now));
    }

    /// The sources whose numbers are no running totals, with the note that says so.
    Map<String, String> nonCumulative(JdbcClient db) {
        Map<String, String> sources = new TreeMap<>();
        db.sql("select name, coalesce(note, 'its numbers are totals of a period, not running totals') as note"
                + " from source where not cumulative order by name")
                .query(row -> {
                    sources.put(row.getString("name"), row.getString("note"));
                });
        return sources;
    }

    /// The entities with issues at or after the instant from which they are about to be computed again, whose issues must
    /// therefore be counted from the start.
    List<EntityId> counted(JdbcClient db, Collection<Due> batch) {
        return db.sql("""
            select distinct i.kind, i.entity_id from data_issue i
            join unnest(?::text[], ?::text[], ?::timestamptz[]) as d(kind, id, from_time)
            on d.kind = i.kind and d.id = i.entity_id and i.last_at >= d.from_time where i.type in""" + " " + OWN_TYPES)
                .param(batch.stream().map(due -> due.entity().kind().label()).toArray(String[]::new))
                .param(batch.stream().map(due -> due.entity().value()).toArray(String[]::new))
                .param(batch.stream().map(due -> due.from().toString()).toArray(String[]::new))
                .query((row, index) -> new EntityId(EntityKind.of(row.getString("kind")), row.getString("entity_id")))
                .list();
    }

    /// Forgets the issues of entities that are counted from the start.
    void forgetIssues(JdbcClient db, Collection<EntityId> entities) {
        db.sql("""
            delete from data_issue i using unnest(?::text[], ?::text[]) as e(kind, id)
            where i.kind = e.kind and i.entity_id = e.id and i.type in""" + " " + OWN_TYPES)
                .param(entities.stream().map(id -> id.kind().label()).toArray(String[]::new))
                .param(entities.stream().map(EntityId::value).toArray(String[]::new)).update();
    }

    /// Adds issues to those counted before.
    void add(JdbcClient db, IssueTally tally) {
        for (IssueTally.Line line : tally.lines()) {
            db.sql("""
                insert into data_issue (type, source, kind, entity_id, first_at, last_at, occurrences, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, type, source, kind, entity_id)
                do update set first_at = least(data_issue.first_at, excluded.first_at),
                last_at = greatest(data_issue.last_at, excluded.last_at),
                occurrences = data_issue.occurrences + excluded.occurrences, detail = excluded.detail""")
                    .params(line.type(), line.source(), line.entity().kind().label(), line.entity().value(),
                            RowTime.utc(line.first()), RowTime.utc(line.last()), line.occurrences(), line.detail())
                    .update();
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
