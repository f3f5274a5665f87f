package dev.upswell.server.registry;

import dev.upswell.server.event.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Events of models with the models they are about. All calls run inside the caller's tenant transaction.
public final class ModelEventRepository {

    private static final String OF_TASK = """
         from event_log e join model_record m on m.id::text = e.payload->>'model'
        where m.entity_kind = ? and m.horizon_hours = ? and e.type = any(?::text[])""";

    /// An event about a model.
    ///
    /// @param model the one that was promoted, rejected or taken back
    /// @param family of that model
    /// @param asOf up to when the world was known; null for events of the first release, as are the next two
    /// @param actor who decided: [Decision#RULE], [Decision#HAND] or a name
    /// @param reason a sentence
    public record OfModel(String type, UUID model, String family, @Nullable Instant asOf, @Nullable String actor,
            @Nullable String reason, Instant at) {
    }

    /// Part of the events of these types about the models of a task, the newest first.
    public List<OfModel> list(JdbcClient db, ModelTask task, List<EventType> types, int limit, int offset) {
        return db.sql("select e.type, m.id, m.kind, e.payload->>'asOf' as as_of, e.payload->>'actor' as actor,"
                + " e.payload->>'reason' as reason, e.occurred_at" + OF_TASK
                + " order by e.occurred_at desc, e.id desc limit ? offset ?")
                .params(task.kind().label(), task.horizonHours(), names(types), limit, offset)
                .query((row, index) -> ofModel(row)).list();
    }

    /// How many there are.
    public long count(JdbcClient db, ModelTask task, List<EventType> types) {
        return db.sql("select count(*)" + OF_TASK)
                .params(task.kind().label(), task.horizonHours(), names(types)).query(Long.class)
                .single();
    }

    private static String[] names(List<EventType> types) {
        return types.stream().map(Enum::name).toArray(String[]::new);
    }

    private static OfModel ofModel(ResultSet row) throws SQLException {
        String asOf = row.getString("as_of");
        return new OfModel(row.getString("type"), row.getObject("id", UUID.class), row.getString("kind"),
                asOf == null ? null : Instant.parse(asOf), row.getString("actor"), row.getString("reason"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
