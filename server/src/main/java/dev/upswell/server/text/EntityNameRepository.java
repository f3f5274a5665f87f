package dev.upswell.server.text;

import dev.upswell.language.Entity;
import dev.upswell.server.postgres.RowTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `entity_name`. All calls run inside the caller's tenant transaction.
final class EntityNameRepository {

    void put(JdbcClient db, SaidEntity one) {
        db.sql("""
            insert into entity_name (name, kind, spellings, state, said_by, said_at) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, name) do update set kind = excluded.kind, spellings = excluded.spellings,
                state = excluded.state, said_by = excluded.said_by, said_at = excluded.said_at""")
                .params(one.name(), one.kind().name(), one.spellings().toArray(String[]::new), one.state().name(),
                        one.by(), RowTime.utc(one.at()))
                .update();
    }

    /// By name.
    List<SaidEntity> list(JdbcClient db) {
        return db.sql("select * from entity_name order by name")
                .query((row, index) -> new SaidEntity(row.getString("name"), Entity.Kind.valueOf(row.getString("kind")),
                        List.of((String[]) row.getArray("spellings").getArray()),
                        SaidEntity.State.valueOf(row.getString("state")), row.getString("said_by"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
