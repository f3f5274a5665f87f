package dev.upswell.server.exchange;

import dev.upswell.server.event.EventType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads which models went out and came in from the event log. All calls run inside the caller's tenant transaction.
final class PassageRepository {

    private static final String[] TYPES = Stream
            .of(EventType.MODEL_EXPORTED, EventType.MODEL_IMPORTED, EventType.MODEL_PUSHED).map(Enum::name)
            .toArray(String[]::new);

    /// The last ones, newest first.
    List<Passage> list(JdbcClient db, int limit) {
        return db.sql("""
            select e.type, m.id, m.kind, e.payload->>'format' as format, e.payload->>'to' as target,
            e.payload->>'name' as name, e.payload->>'version' as version, e.occurred_at
            from event_log e join model_record m on m.id = (e.payload->>'model')::uuid
            where e.type = any(?::text[]) order by e.occurred_at desc, e.id desc limit ?""")
                .param(TYPES).param(limit)
                .query((row, index) -> new Passage(row.getString("type"), row.getObject("id", UUID.class),
                        row.getString("kind"), row.getString("format"), row.getString("target"),
                        row.getString("name"), row.getString("version"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
