package dev.upswell.server.notify;

import dev.upswell.server.event.EventType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `notice_channel` and `notice_route`. All calls run inside the caller's tenant transaction.
final class ChannelRepository {

    private static final String ALL = """
        select name, kind, shown, added_by, added_at, quiet_from, quiet_until, quiet_zone, urgent_passes,
        array(select type from notice_route where channel = name order by type) as types from notice_channel""";

    /// All, by name.
    List<Channel> list(JdbcClient db) {
        return db.sql(ALL + " order by name").query((row, index) -> channel(row)).list();
    }

    Optional<Channel> find(JdbcClient db, String name) {
        return db.sql(ALL + " where name = ?").param(name).query((row, index) -> channel(row)).optional();
    }

    /// Lets nobody else add or remove channels until the transaction ends.
    void hold(JdbcClient db) {
        db.sql("select count(*) from (select pg_advisory_xact_lock(hashtextextended('notice ' || current_tenant(), 0))) held")
                .query(Long.class).single();
    }

    void add(JdbcClient db, Channel channel) {
        db.sql("insert into notice_channel (name, kind, shown, added_by, added_at) values (?, ?, ?, ?, ?)")
                .params(channel.name(), channel.kind().name(), channel.shown(), channel.addedBy(),
                        channel.addedAt().atOffset(ZoneOffset.UTC))
                .update();
        route(db, channel.types(), channel.name());
    }

    /// Keeps when it is left alone; whether there is such a channel.
    boolean quiet(JdbcClient db, String name, @Nullable QuietHours quiet) {
        return db
                .sql("""
                    update notice_channel set quiet_from = ?, quiet_until = ?, quiet_zone = ?, urgent_passes = ? where name = ?""")
                .param(quiet == null ? null : quiet.from())
                .param(quiet == null ? null : quiet.until())
                .param(quiet == null ? null : quiet.zone().getId())
                .param(quiet == null || quiet.urgentPasses()).param(name).update() > 0;
    }

    /// Those that have quiet hours, by name.
    Map<String, QuietHours> quiet(JdbcClient db) {
        Map<String, QuietHours> quiet = new TreeMap<>();
        db.sql("""
            select name, quiet_from, quiet_until, quiet_zone, urgent_passes from notice_channel
            where quiet_zone is not null""").query(row -> {
            quiet.put(row.getString("name"), Objects.requireNonNull(hours(row)));
        });
        return quiet;
    }

    /// Removes it with its rules, and with what was on its way there; whether there was one.
    boolean remove(JdbcClient db, String name) {
        return db.sql("delete from notice_channel where name = ?").param(name).update() > 0;
    }

    void route(JdbcClient db, EventType type, String channel, boolean sent) {
        if (sent) {
            route(db, List.of(type.name()), channel);
        } else {
            db.sql("delete from notice_route where type = ? and channel = ?").params(type.name(), channel).update();
        }
    }

    private static void route(JdbcClient db, Collection<String> types, String channel) {
        db.sql("insert into notice_route (type, channel) select type, ? from unnest(?::text[]) type on conflict do nothing")
                .param(channel).param(types.toArray(String[]::new)).update();
    }

    /// The channels to which each type is sent, by name; types that go nowhere are absent.
    Map<String, List<String>> routes(JdbcClient db) {
        Map<String, List<String>> routes = new TreeMap<>();
        db.sql("select type, array_agg(channel order by channel) as channels from notice_route group by type")
                .query(row -> {
                    routes.put(row.getString("type"), texts(row.getArray("channels")));
                });
        return routes;
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(row.getString("name"), Channel.Kind.valueOf(row.getString("kind")), row.getString("shown"),
                row.getString("added_by"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
                texts(row.getArray("types")), hours(row));
    }

    private static @Nullable QuietHours hours(ResultSet row) throws SQLException {
        String zone = row.getString("quiet_zone");
        return zone == null
                ? null
                : new QuietHours(row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class), ZoneId.of(zone),
                        row.getBoolean("urgent_passes"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
