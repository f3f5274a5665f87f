package dev.upswell.server.weakness;

import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what people were told beside what came of it, and names. All calls run inside the caller's tenant transaction.
final class JudgedRepository {

    private static final String JOINED = """
         from prediction p join outcome o on o.kind = p.kind and o.entity_id = p.entity_id and o.cut = p.as_of
        and o.horizon_hours = p.horizon_hours where p.kind = ? and p.horizon_hours = ? and p.as_of >= ? and p.as_of < ?\s""";

    /// A window of a task.
    record Window(ModelTask task, Instant from, Instant to) {

        private List<Object> bounds() {
            return List.of(task.kind().label(), task.horizonHours(), RowTime.utc(from), RowTime.utc(to));
        }
    }

    long count(JdbcClient db, Window window) {
        return db.sql("select count(*)" + JOINED).params(window.bounds()).query(Long.class).single();
    }

    /// The judged forecasts of the window, of one in `part` of the entities, in order of cut and entity; of several models that
    /// were shown for a cut, the last.
    ///
    /// A theme counts from the day on which the entity came to it: one found within the window could follow from what happened
    /// in it.
    List<Traits.Row> rows(JdbcClient db, Window window, int part) {
        return db
                .sql("""
                    select j.*, e.first_observed_at, m.theme_id from (
                    select distinct on (p.as_of, p.entity_id) p.kind, p.entity_id, p.as_of, p.probability, p.source, o.label, o.growth,
                    o.level"""
                        + JOINED
                        + """
                             and mod(abs(hashtext(p.entity_id)::bigint), ?) = 0
                            order by p.as_of, p.entity_id, p.created_at desc, p.model_id) as j
                            left join entity e on e.kind = j.kind and e.entity_id = j.entity_id
                            left join theme_member m on m.kind = upper(j.kind) and m.entity_id = j.entity_id and m.since <= ?
                            order by j.as_of, j.entity_id""")
                .params(window.bounds()).param(part).param(RowTime.utc(window.from()))
                .query((row, index) -> row(row)).list();
    }

    private static Traits.Row row(ResultSet row) throws SQLException {
        OffsetDateTime seen = row.getObject("first_observed_at", OffsetDateTime.class);
        return new Traits.Row(row.getString("entity_id"), row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getDouble("probability"), row.getBoolean("label"), row.getObject("level", Double.class),
                row.getDouble("growth"), row.getString("source"), seen == null ? null : seen.toInstant(),
                row.getString("theme_id"));
    }

    /// Languages of captions by video, of these videos or of all.
    Map<String, String> languages(JdbcClient db) {
        Map<String, String> languages = new HashMap<>();
        db.sql("select video_id, language from video_text").query((row, index) -> languages.put(row.getString(1),
                row.getString(2))).list();
        return languages;
    }

    /// What themes are called, by id.
    Map<String, String> themes(JdbcClient db) {
        Map<String, String> labels = new HashMap<>();
        db.sql("select id, label from theme where label is not null").query((row, index) -> labels.put(row.getString(1),
                row.getString(2))).list();
        return labels;
    }

    /// What these entities of a kind are called, by id.
    Map<String, String> names(JdbcClient db, EntityKind kind, Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        db.sql("select entity_id, name from entity where kind = ? and entity_id = any(?) and name is not null")
                .param(kind.label().toLowerCase(Locale.ROOT)).param(ids.toArray(String[]::new))
                .query((row, index) -> names.put(row.getString(1), row.getString(2))).list();
        return names;
    }
}
