package dev.upswell.server.agent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `agent_mark`: up to where new data were followed as a whole. All calls run inside the caller's tenant
/// transaction.
final class MarkRepository {

    Map<String, Instant> all(JdbcClient db) {
        Map<String, Instant> marks = new TreeMap<>();
        db.sql("select name, at from agent_mark").query(row -> {
            marks.put(row.getString("name"), row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return marks;
    }

    void set(JdbcClient db, Map<String, Instant> marks) {
        clear(db);
        marks.forEach((name, at) -> db.sql("insert into agent_mark (name, at) values (?, ?)").param(name)
                .param(at.atOffset(ZoneOffset.UTC)).update());
    }

    void clear(JdbcClient db) {
        db.sql("delete from agent_mark").update();
    }
}
