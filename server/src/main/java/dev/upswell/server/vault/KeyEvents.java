package dev.upswell.server.vault;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the event log says of keys: that they came and went, never what they are.
final class KeyEvents {

    private final EventLogRepository log = new EventLogRepository("vault");

    void set(JdbcClient db, String name, String print) {
        log.write(db, EventType.KEY_SET, Map.of("name", name, "print", print));
    }

    void removed(JdbcClient db, String name) {
        log.write(db, EventType.KEY_REMOVED, Map.of("name", name));
    }
}
