package dev.upswell.server.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `outcome`. All calls run inside the caller's tenant transaction.
final class OutcomeRepository {

    private record Row(String entity, boolean label, double growth) {
    }

    /// The cuts with predictions whose horizon ended at or before `elapsedBy` and that either have no outcome yet or began
    /// at or after `reopenedSince`.
    List<Instant> due(JdbcClient db, int horizonHours, Instant elapsedBy, Instant reopenedSince) {
        return db.sql("""
            select distinct p.as_of from prediction p where p.kind = 'hashtag' and p.horizon_hours = ?
            and p.as_of <= ? and (p.as_of >= ? or not exists (select 1 from outcome o
            where o.kind = p.kind and o.cut = p.as_of and o.horizon_hours = p.horizon_hours)) order by p.as_of""")
                .params(horizonHours, Sql.utc(elapsedBy), Sql.utc(reopenedSince))
                .query((row, index) -> Sql.instant(row, "as_of")).list();
    }

    /// The entities that were predicted as of this cut.
    Set<String> predicted(JdbcClient db, Instant cut, int horizonHours) {
        return db.sql("""
            select distinct entity_id from prediction where kind = 'hashtag' and as_of = ? and horizon_hours = ?""")
                .params(Sql.utc(cut), horizonHours).query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Keeps these outcomes of one cut; a known outcome that reads otherwise now, because readings came late, is corrected.
    /// Returns how many were new or corrected.
    int upsert(JdbcClient db, Instant cut, int horizonHours, Instant knownAt, List<Outcome> outcomes) {
        List<Row> rows = outcomes.stream().map(o -> new Row(o.entity().value(), o.surged(), o.growth())).toList();
        return db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, known_at)
            select 'hashtag', entity, ?, ?, label, growth, ?
            from jsonb_to_recordset(?::jsonb) as r(entity text, label boolean, growth float8)
            on conflict (tenant_id, kind, entity_id, cut, horizon_hours) do update
            set label = excluded.label, growth = excluded.growth
            where (outcome.label, outcome.growth) is distinct from (excluded.label, excluded.growth)""")
                .params(Sql.utc(cut), horizonHours, Sql.utc(knownAt), Json.write(rows)).update();
    }
}
