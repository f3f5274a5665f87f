package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is known of entities and sources as such, and which entities have metrics to compute.
///
/// All rows of a chunk go in with one statement each, in the importer's turn (see [dev.upswell.server.store.Manifest]) and in
/// the order of their keys as the database sorts bytes, so that nobody waits for it crosswise.
final class EntityRepository {

    private static final String MIXED = "Totals of a period and running totals came under this name: no growth can be read"
            + " from them. Give one of them another name.";

    private EntityRepository() {
    }

    /// Those of the sources whose numbers count as totals of a period, in alphabetical order.
    static List<String> ofPeriods(JdbcClient db, Collection<String> sources) {
        return db.sql("select name from source where not cumulative and name = any(cast(? as text[])) order by name")
                .param(sources.toArray(String[]::new)).query(String.class).list();
    }

    /// Extends the range in which entities were observed, names them, and puts those with new readings on the list of due
    /// metrics.
    static void touch(JdbcClient db, List<TouchedEntity> touched, Map<EntityId, String> names) {
        List<TouchedEntity> rows = new ArrayList<>(touched);
        Set<EntityId> known = HashSet.newHashSet(touched.size());
        touched.forEach(entity -> known.add(entity.entity()));
        names.keySet().stream().filter(entity -> !known.contains(entity))
                .forEach(entity -> rows.add(new TouchedEntity(entity.kind().label(), entity.value(), null, null)));
        if (rows.isEmpty()) {
            return;
        }
        db.sql("""
            insert into entity (kind, entity_id, name, first_observed_at, last_observed_at)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                cast(? as timestamptz[])) as touched (kind, entity_id, name, first_at, last_at)
            order by kind collate "C", entity_id collate "C"
            on conflict (tenant_id, kind, entity_id) do update set name = coalesce(entity.name, excluded.name),
                first_observed_at = least(entity.first_observed_at, excluded.first_observed_at),
                last_observed_at = greatest(entity.last_observed_at, excluded.last_observed_at)""")
                .param(column(rows, TouchedEntity::kind)).param(column(rows, TouchedEntity::id))
                .param(column(rows, entity -> names.get(entity.entity())))
                .param(column(rows, entity -> text(entity.firstNew())))
                .param(column(rows, entity -> text(entity.lastNew()))).update();
        List<TouchedEntity> due = rows.stream().filter(entity -> entity.firstNew() != null).toList();
        db.sql("""
            insert into metric_due (kind, entity_id, from_time)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]))
                as touched (kind, entity_id, from_time)
            order by kind collate "C", entity_id collate "C"
            on conflict (tenant_id, kind, entity_id) do update
            set from_time = least(metric_due.from_time, excluded.from_time)""")
                .param(column(due, TouchedEntity::kind)).param(column(due, TouchedEntity::id))
                .param(column(due, entity -> text(entity.firstNew()))).update();
    }

    private interface Text {
        @Nullable
        String of(TouchedEntity entity);
    }

    private static @Nullable String[] column(Iterable<TouchedEntity> rows, Text text) {
        List<@Nullable String> column = new ArrayList<>();
        rows.forEach(row -> column.add(text.of(row)));
        return column.toArray(new String[0]);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
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
