package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads which entities are watched and how people call them.
final class WatchedRepository {

    /// The names of these entities, ids where no source gave one.
    Map<EntityId, String> names(JdbcClient db, EntityKind kind, Collection<EntityId> entities) {
        Map<EntityId, String> names = new HashMap<>();
        db.sql("select entity_id, coalesce(name, entity_id) as name from entity where kind = ? and entity_id = any(?)")
                .param(kind.label()).param(entities.stream().map(EntityId::value).toArray(String[]::new))
                .query((row, index) -> names.put(new EntityId(kind, row.getString("entity_id")), row.getString("name")))
                .list();
        return names;
    }

    /// The name of an entity that has been observed; empty when there is none.
    Optional<String> name(JdbcClient db, EntityId entity) {
        return db.sql("select coalesce(name, entity_id) from entity where kind = ? and entity_id = ?")
                .params(entity.kind().label(), entity.value()).query(String.class).optional();
    }

    /// How many entities of each kind had been observed by then; kinds without one are left out.
    Map<EntityKind, Long> counts(JdbcClient db, Instant at) {
        Map<EntityKind, Long> counts = new EnumMap<>(EntityKind.class);
        db.sql("select kind, count(*) as n from entity where first_observed_at <= ? group by kind")
                .param(at.atOffset(ZoneOffset.UTC)).query((row, index) -> put(counts, row)).list();
        return counts;
    }

    /// How many entities wait for computation; windows that close after `now` do not wait yet.
    long waiting(JdbcClient db, Instant now) {
        return db.sql("select count(*) from metric_due where from_time <= ?").param(now.atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
    }

    /// The sources whose numbers are no running totals.
    Set<String> nonCumulative(JdbcClient db) {
        return Set.copyOf(db.sql("select name from source where not cumulative").query(String.class).list());
    }

    private static boolean put(Map<EntityKind, Long> counts, ResultSet row) throws SQLException {
        counts.put(EntityKind.of(row.getString("kind")), row.getLong("n"));
        return true;
    }
}
