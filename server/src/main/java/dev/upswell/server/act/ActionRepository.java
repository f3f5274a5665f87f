package dev.upswell.server.act;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `action_item` and `action_entry`. All calls run inside the caller's tenant transaction.
final class ActionRepository {

    /// What people settled, by id; what nobody settled is absent.
    Map<UUID, Settled> settled(JdbcClient db) {
        Map<UUID, Settled> all = new HashMap<>();
        db.sql("select * from action_item").query(row -> {
            all.put(row.getObject("id", UUID.class), settled(row));
        });
        return all;
    }

    void settle(JdbcClient db, UUID id, Settled settled) {
        db.sql("""
            insert into action_item (id, assignee, due_on, impact, effort) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update set assignee = excluded.assignee, due_on = excluded.due_on,
            impact = excluded.impact, effort = excluded.effort""").param(id).param(settled.assignee())
                .param(settled.dueOn()).param(settled.impact()).param(settled.effort()).update();
    }

    void add(JdbcClient db, Entry entry) {
        db.sql("insert into action_entry (action_id, at, actor, kind, said) values (?, ?, ?, ?, ?)")
                .params(entry.action(), RowTime.utc(entry.at()), entry.actor(), entry.kind().name(), entry.said())
                .update();
    }

    /// Those of one, the earliest first.
    List<Entry> entries(JdbcClient db, UUID id) {
        return db.sql("select * from action_entry where action_id = ? order by at, number").param(id)
                .query((row, index) -> new Entry(id, row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"), Entry.Kind.valueOf(row.getString("kind")), row.getString("said")))
                .list();
    }

    private static Settled settled(ResultSet row) throws SQLException {
        return new Settled(row.getString("assignee"), row.getObject("due_on", LocalDate.class),
                row.getObject("impact", Integer.class), row.getObject("effort", Integer.class));
    }
}
