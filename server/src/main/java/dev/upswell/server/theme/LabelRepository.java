package dev.upswell.server.theme;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `label_word`. All calls run inside the caller's tenant transaction.
final class LabelRepository {

    void put(JdbcClient db, String label, SaidLabel.State state, String by, Instant now) {
        db.sql("""
            insert into label_word (label, state, said_by, said_at) values (?, ?, ?, ?)
            on conflict (tenant_id, label) do update set state = excluded.state, said_by = excluded.said_by,
                said_at = excluded.said_at""")
                .params(label, state.name(), by, RowTime.utc(now)).update();
    }

    /// By label.
    List<SaidLabel> list(JdbcClient db) {
        return db.sql("select * from label_word order by label")
                .query((row, index) -> new SaidLabel(row.getString("label"),
                        SaidLabel.State.valueOf(row.getString("state")), row.getString("said_by"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
