package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import dev.upswell.server.postgres.CopiedRows;
import dev.upswell.server.store.TenantTransactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known of entities and sources as such, and which entities have metrics to compute.
///
/// All rows of a chunk go in with one statement for each kind and table, which looks only at what is stored between the least and
/// the greatest of their ids: ids of videos and sounds grow with time, so most files touch a small part of a large table. Nobody else may write these tables at the same time: all who do so take
/// their turn before (see [dev.upswell.server.store.Manifest]), and nobody waits for another crosswise.
final class EntityRepository {

    private static final String MIXED = "Totals of a period and running totals came under this name: no growth can be read"
            + " from them. Give one of them another name.";

    private static final String TOUCHED = "pg_temp.touched_entity (kind, entity_id, name, first_at, last_at)";
    private static final int TOUCHED_COLUMNS = 5;

    /// Of more rows the database is told how they are, so that it chooses a way for many.
    private static final int MANY = 10_000;

    private EntityRepository() {
    }

    /// Those of the sources whose numbers count as totals of a period, in alphabetical order.
    static List<String> ofPeriods(JdbcClient db, Collection<String> sources) {
        return db.sql("select name from source where not cumulative and name = any(cast(? as text[])) order by name")
                .param(sources.toArray(String[]::new)).query(String.class).list();
    }

    /// Extends the range in which entities were observed, names them, and puts those with new readings on the list of due
    /// metrics. Once in a transaction, and in one's turn.
    static void touch(JdbcClient db, List<TouchedEntity> touched, Map<EntityId, String> names) {
        if (touched.isEmpty() && names.isEmpty()) {
            return;
        }
        db.sql("""
            create temporary table if not exists touched_entity (kind text, entity_id text, name text,
                first_at timestamptz, last_at timestamptz) on commit delete rows""").update();
        TenantTransactions.copy(db, TOUCHED, to -> {
            Map<EntityId, String> left = new LinkedHashMap<>(names);
            for (TouchedEntity row : touched) {
                copy(to, row.entity(), left.remove(row.entity()), row.firstNew(), row.lastNew());
            }
            for (Map.Entry<EntityId, String> named : left.entrySet()) {
                copy(to, named.getKey(), named.getValue(), null, null);
            }
        });
        if (touched.size() > MANY) {
            db.sql("analyze pg_temp.touched_entity").update();
        }
        db.sql("select kind, min(entity_id) as least, max(entity_id) as most from pg_temp.touched_entity"
                + " group by kind order by kind")
                .query((row, index) -> new Span(row.getString("kind"), row.getString("least"), row.getString("most")))
                .list().forEach(span -> touch(db, span));
    }

    /// The entities of a kind that were touched: nothing outside of it has to be looked at.
    private record Span(String kind, String least, String most) {
    }

    private static void touch(JdbcClient db, Span span) {
        db.sql("""
            merge into entity as e using (select * from pg_temp.touched_entity where kind = :kind) as t
                on e.kind = :kind and e.entity_id between :least and :most and e.entity_id = t.entity_id
            when matched and (e.name is null and t.name is not null
                or least(e.first_observed_at, t.first_at) is distinct from e.first_observed_at
                or greatest(e.last_observed_at, t.last_at) is distinct from e.last_observed_at) then update set
                name = coalesce(e.name, t.name), first_observed_at = least(e.first_observed_at, t.first_at),
                last_observed_at = greatest(e.last_observed_at, t.last_at)
            when not matched then insert (kind, entity_id, name, first_observed_at, last_observed_at)
                values (t.kind, t.entity_id, t.name, t.first_at, t.last_at)""").paramSource(span).update();
        // A row that is due already is written anew even so: who works on it sees by that that more came.
        db.sql("""
            merge into metric_due as d using (select kind, entity_id, first_at from pg_temp.touched_entity
                where kind = :kind and first_at is not null) as t
                on d.kind = :kind and d.entity_id between :least and :most and d.entity_id = t.entity_id
            when matched then update set from_time = least(d.from_time, t.first_at)
            when not matched then insert (kind, entity_id, from_time)
                values (t.kind, t.entity_id, t.first_at)""").paramSource(span).update();
    }

    private static void copy(CopiedRows to, EntityId entity, @Nullable String name, @Nullable Instant first,
            @Nullable Instant last) throws SQLException {
        to.row(TOUCHED_COLUMNS).text(entity.kind().label()).text(entity.value()).text(name).time(first).time(last);
    }

    /// Remembers the sources, whether their numbers are running totals, and their latest reading.
    ///
    /// Once totals of a period came under a name it never counts as cumulative again, whatever a later file says: growth
    /// computed from a mixture would be wrong, and nobody could tell the two apart afterwards.
    static void seen(JdbcClient db, Map<String, Instant> sources, boolean cumulative) {
        new LinkedHashMap<>(sources).forEach((name, latest) -> db.sql("""
            insert into source (name, cumulative, note, last_observed_at) values (?, ?, ?, ?)
            on conflict (tenant_id, name) do update set
            cumulative = source.cumulative and excluded.cumulative,
            note = case when source.cumulative = excluded.cumulative then coalesce(source.note, excluded.note)
                else ? end,
            last_observed_at = greatest(source.last_observed_at, excluded.last_observed_at)""").param(name)
                .param(cumulative)
                .param(cumulative
                        ? null
                        : "Totals of a period, not since the beginning: no growth can be read from them.")
                .param(ImportRepository.utc(latest)).param(MIXED).update());
    }
}
