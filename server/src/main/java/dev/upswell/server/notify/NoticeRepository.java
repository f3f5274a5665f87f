package dev.upswell.server.notify;

import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `notification_rule` and `notice_read`. All calls run inside the caller's tenant transaction.
final class NoticeRepository {

    /// What a person said about a type.
    record Said(boolean told, String by) {
    }

    Map<String, Said> rules(JdbcClient db) {
        Map<String, Said> rules = new HashMap<>();
        db.sql("select type, told, changed_by from notification_rule").query(row -> {
            rules.put(row.getString("type"), new Said(row.getBoolean("told"), row.getString("changed_by")));
        });
        return rules;
    }

    void rule(JdbcClient db, EventType type, boolean told, String by) {
        db.sql("""
            insert into notification_rule (type, told, changed_by) values (?, ?, ?) on conflict (tenant_id, type)
            do update set told = excluded.told, changed_by = excluded.changed_by, changed_at = now()""")
                .params(type.name(), told, by).update();
    }

    /// Before which instant all was read; empty when nothing ever was.
    Optional<Instant> readUntil(JdbcClient db) {
        return db.sql("select read_until from notice_read")
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    void read(JdbcClient db, Instant until, String by) {
        db.sql("""
            insert into notice_read (read_until, read_by) values (?, ?) on conflict (tenant_id)
            do update set read_until = greatest(notice_read.read_until, excluded.read_until), read_by = excluded.read_by""")
                .params(until.atOffset(ZoneOffset.UTC), by).update();
    }
}
