package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The work that waits: table `metric_due`, which importers fill and [MetricJob] empties.
///
/// A row version (`xmin`) identifies what was read. Whoever adds work writes the row anew, even where its time stays, so a
/// row that changed since it was read is never settled. Whoever writes takes the manifest's turn first.
final class DueRepository {

    private static final String SELECT = "select d.kind, d.entity_id, d.from_time, d.xmin::text as version from metric_due d ";

    /// The work of these kinds whose time has come, by kind and id.
    List<Due> due(JdbcClient db, Collection<EntityKind> kinds, Instant now) {
        return db.sql(SELECT + "where d.kind = any(?) and d.from_time <= ? order by d.kind, d.entity_id")
                .param(texts(kinds, EntityKind::label)).param(RowTime.utc(now)).query((row, index) -> due(row)).list();
    }

    /// The work on these entities as it stands now.
    List<Due> of(JdbcClient db, Collection<EntityId> entities) {
        return db.sql(SELECT + """
            join unnest(?::text[], ?::text[]) as wanted(kind, id) on wanted.kind = d.kind and wanted.id = d.entity_id
            order by d.kind, d.entity_id""")
                .param(texts(entities, id -> id.kind().label())).param(texts(entities, EntityId::value))
                .query((row, index) -> due(row)).list();
    }

    /// How much work waits whose time has come.
    long count(JdbcClient db, Instant now) {
        return db.sql("select count(*) from metric_due where from_time <= ?").param(RowTime.utc(now)).query(Long.class)
                .single();
    }

    /// Removes the work that was done, unless it was written anew since it was read.
    void done(JdbcClient db, Collection<Due> done) {
        db.sql("""
            delete from metric_due d using unnest(?::text[], ?::text[], ?::text[]) as done(kind, id, version)
            where d.kind = done.kind and d.entity_id = done.id and d.xmin::text = done.version""")
                .param(texts(done, due -> due.entity().kind().label())).param(texts(done, due -> due.entity().value()))
                .param(texts(done, Due::version)).update();
    }

    /// Puts off the work until the next window closes, unless it was written anew since it was read.
    void putOff(JdbcClient db, Collection<Due> done, Instant next) {
        db.sql("""
            update metric_due d set from_time = ? from unnest(?::text[], ?::text[], ?::text[]) as done(kind, id, version)
            where d.kind = done.kind and d.entity_id = done.id and d.xmin::text = done.version""")
                .param(RowTime.utc(next))
                .param(texts(done, due -> due.entity().kind().label())).param(texts(done, due -> due.entity().value()))
                .param(texts(done, Due::version)).update();
    }

    /// Adds work on each of these entities from its instant on.
    void add(JdbcClient db, Map<EntityId, Instant> from) {
        db.sql("""
            insert into metric_due (kind, entity_id, from_time)
            select kind, id, from_time from unnest(?::text[], ?::text[], ?::timestamptz[]) as new(kind, id, from_time)
            on conflict (tenant_id, kind, entity_id)
            do update set from_time = least(metric_due.from_time, excluded.from_time)""")
                .param(texts(from.keySet(), id -> id.kind().label())).param(texts(from.keySet(), EntityId::value))
                .param(texts(from.keySet(), id -> from.getOrDefault(id, Instant.EPOCH).toString())).update();
    }

    /// Adds work from this instant on for every entity that was observed at all.
    void addAll(JdbcClient db, Instant from) {
        db.sql("""
            insert into metric_due (kind, entity_id, from_time)
            select kind, entity_id, greatest(?, first_observed_at) from entity
            where first_observed_at is not null
            on conflict (tenant_id, kind, entity_id)
            do update set from_time = least(metric_due.from_time, excluded.from_time)""")
                .param(RowTime.utc(from)).update();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(new EntityId(EntityKind.of(row.getString("kind")), row.getString("entity_id")),
                row.getObject("from_time", OffsetDateTime.class).toInstant(), row.getString("version"));
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
