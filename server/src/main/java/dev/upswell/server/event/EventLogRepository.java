package dev.upswell.server.event;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `event_log`: what a slice did is written in the transaction in which it happened, so that there is no event
/// without its deed and no deed without its event; and whoever is to be told of it away from the page stands in
/// `notice_outgoing` by the same statement. All calls run inside the caller's tenant transaction.
public final class EventLogRepository {

    /// Rows that were written before there were agents have none: their type tells it.
    private static final String WANTED = """
         from event_log where (cardinality(?::text[]) = 0 or type = any(?::text[])) and not type = any(?::text[])
        and (?::text is null or agent = ? or agent is null and type = any(?::text[]))
        and (?::timestamptz is null or occurred_at >= ?) and (?::timestamptz is null or occurred_at < ?)""";

    /// A channel is not told of itself: else one that cannot be reached would be told so, again and again. One that is being
    /// removed is waited for and then passed over: its foreign key would undo the deed with the event.
    private static final String WRITE = """
        with happened as (insert into event_log (type, slice, agent, duration_ms, payload) values (?, ?, ?, ?, ?::jsonb)
                returning id, type, payload)
        insert into notice_outgoing (channel, event_id)
        select channel.name, happened.id from happened join notice_route route on route.type = happened.type
        join notice_channel channel on channel.name = route.channel
        where channel.name is distinct from happened.payload->>'channel'
        for key share of channel""";

    private final String slice;

    /// The log as this slice of the server writes it.
    public EventLogRepository(String slice) {
        this.slice = slice;
    }

    /// Adds an event that has no length.
    ///
    /// @param facts by name
    public void write(JdbcClient db, EventType type, Map<String, ?> facts) {
        write(db, type, facts, null);
    }

    /// Adds an event.
    ///
    /// @param facts by name
    /// @param took how long it took; null for what has no length
    public void write(JdbcClient db, EventType type, Map<String, ?> facts, @Nullable Duration took) {
        db.sql(WRITE).param(type.name()).param(slice).param(type.role().label())
                .param(took == null ? null : took.toMillis()).param(Facts.write(facts)).update();
    }

    /// Part of the wanted events, the newest first.
    public List<Event> list(JdbcClient db, EventFilter wanted, int limit, long offset) {
        return db.sql("select id, type, slice, agent, duration_ms, payload, occurred_at" + WANTED
                + " order by occurred_at desc, id desc limit ? offset ?").params(parameters(wanted)).param(limit)
                .param(offset).query((row, index) -> event(row)).list();
    }

    /// Those of these ids that are still kept, the oldest first.
    public List<Event> find(JdbcClient db, Collection<UUID> ids) {
        return db.sql("""
            select id, type, slice, agent, duration_ms, payload, occurred_at from event_log where id = any(?)
            order by occurred_at, id""").param(ids.toArray(UUID[]::new)).query((row, index) -> event(row)).list();
    }

    /// How many there are.
    public long count(JdbcClient db, EventFilter wanted) {
        return db.sql("select count(*)" + WANTED).params(parameters(wanted)).query(Long.class).single();
    }

    /// How often each type happened in [from, until), and its counts added up. A type that did not happen is absent.
    public Map<String, Totals> totals(JdbcClient db, Instant from, Instant until) {
        Map<String, Totals> totals = new TreeMap<>();
        db.sql("""
            select type, count(*) as events from event_log where occurred_at >= ? and occurred_at < ? group by type""")
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(row -> {
                    totals.put(row.getString("type"), new Totals(row.getLong("events"), new TreeMap<>()));
                });
        db.sql("""
            select type, f.key, sum(f.value::numeric)::bigint as total from event_log, jsonb_each(payload) f
            where occurred_at >= ? and occurred_at < ? and jsonb_typeof(f.value) = 'number' group by type, f.key""")
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(row -> {
                    Totals of = totals.get(row.getString("type"));
                    if (of != null) {
                        of.facts().put(row.getString("key"), row.getLong("total"));
                    }
                });
        return totals;
    }

    /// What events of a type come to.
    ///
    /// @param facts sums of their numbers, by name
    public record Totals(long events, Map<String, Long> facts) {
    }

    private static @Nullable Object[] parameters(EventFilter wanted) {
        String[] types = wanted.types().toArray(String[]::new);
        Role role = wanted.role();
        String label = role == null ? null : role.label();
        String[] ofRole = Arrays.stream(EventType.values()).filter(type -> type.role() == role)
                .map(Enum::name).toArray(String[]::new);
        OffsetDateTime from = RowTime.utcOrNull(wanted.from());
        OffsetDateTime until = RowTime.utcOrNull(wanted.until());
        String[] except = wanted.access()
                ? new String[0]
                : EventType.OF_ACCESS.stream().map(Enum::name).toArray(String[]::new);
        return new @Nullable Object[]{types, types, except, label, label, ofRole, from, from, until, until};
    }

    private static Event event(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String agent = row.getString("agent");
        Role role = agent == null
                ? EventType.find(type).map(EventType::role).orElse(null)
                : Role.find(agent).orElse(null);
        long millis = row.getLong("duration_ms");
        Duration took = row.wasNull() ? null : Duration.ofMillis(millis);
        return new Event(row.getObject("id", UUID.class), type, row.getString("slice"), role, took,
                Facts.read(row.getString("payload")), row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
