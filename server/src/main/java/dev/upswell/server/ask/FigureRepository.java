package dev.upswell.server.ask;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the figures that answers are made of: levels of counters and rows of metrics.
public final class FigureRepository {

    /// A level that is older is no longer one.
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final TenantId tenant;
    private final Database database;
    private final MetricRepository metrics = new MetricRepository();

    public FigureRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// What a counter showed when it was last read.
    public record Level(long value, Instant at) {
    }

    /// The last level of a counter at or before an instant, of each entity that has one.
    ///
    /// @param entity only this one; null for all of the kind
    public Map<EntityId, Level> levels(EntityKind kind, Counter counter, @Nullable EntityId entity, Instant until) {
        Map<EntityId, Level> levels = new HashMap<>();
        Instant from = until.minus(LOOKED_BACK);
        try (LakeSession session = database.lake().open(tenant)) {
            String sql = "SELECT entity_id, arg_max(" + counter.label() + ", (observed_at, " + counter.label()
                    + ")), epoch_us(max(observed_at)) FROM "
                    + session.scan(Collected.OBSERVATION, from, until)
                    + " WHERE kind = ? AND observed_at BETWEEN ? AND ? AND " + counter.label()
                    + " IS NOT NULL" + (entity == null ? "" : " AND entity_id = ?") + " GROUP BY entity_id";
            try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
                statement.setString(1, kind.label());
                statement.setObject(2, MetricRepository.utc(from));
                statement.setObject(3, MetricRepository.utc(until));
                if (entity != null) {
                    statement.setString(4, entity.value());
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        levels.put(new EntityId(kind, row.getString(1)),
                                new Level(row.getLong(2), MetricRepository.micros(row.getLong(3))));
                    }
                }
            }
        } catch (SQLException e) {
            throw unread(e);
        }
        return levels;
    }

    /// Whether anything of a kind was read in a time, its end included.
    public boolean isRead(EntityKind kind, Instant after, Instant until) {
        try (LakeSession session = database.lake().open(tenant)) {
            String sql = "SELECT count(*) FROM (SELECT 1 FROM " + session.scan(Collected.OBSERVATION, after, until)
                    + " WHERE kind = ? AND observed_at > ? AND observed_at <= ? LIMIT 1)";
            return number(session, sql, kind.label(), MetricRepository.utc(after), MetricRepository.utc(until)) > 0;
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /// How many still watched a video after three and after five seconds, as its owner was told last.
    ///
    /// @param at3 share of its views; null when it was not told, as is `at5`
    public record Retention(@Nullable Double at3, @Nullable Double at5, Instant at) {
    }

    /// What was told of a video's first seconds at or before an instant; empty when nothing was.
    public Optional<Retention> retention(String video, Instant until) {
        try (LakeSession session = database.lake().open(tenant);
                PreparedStatement statement = session.connection()
                        .prepareStatement("SELECT retention_3s, retention_5s, epoch_us(observed_at) FROM "
                                + session.scan(CommerceDatasets.VIDEO_VIEWING)
                                + " WHERE video_id = ? AND observed_at <= ?"
                                + " AND (retention_3s IS NOT NULL OR retention_5s IS NOT NULL)"
                                + " ORDER BY observed_at DESC, source LIMIT 1")) {
            statement.setString(1, video);
            statement.setObject(2, MetricRepository.utc(until));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Retention(share(row, 1), share(row, 2),
                                MetricRepository.micros(row.getLong(3))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private static @Nullable Double share(ResultSet row, int column) throws SQLException {
        double share = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(share);
    }

    /// How many stored videos were posted in a time, its end excluded.
    ///
    /// @param by the hashtag, sound or creator that they have; null for all
    public long posted(@Nullable EntityId by, Instant from, Instant to) {
        String having = by == null ? "" : switch (by.kind()) {
            case HASHTAG -> " AND list_contains(string_split(hashtags, ' '), ?)";
            case SOUND -> " AND sound = ?";
            case CREATOR -> " AND creator = ?";
            case VIDEO -> " AND video_id = ?";
        };
        try (LakeSession session = database.lake().open(tenant)) {
            String sql = "SELECT count(DISTINCT video_id) FROM " + session.scan(Collected.VIDEO)
                    + " WHERE created_at >= ? AND created_at < ?" + having;
            return by == null
                    ? number(session, sql, MetricRepository.utc(from), MetricRepository.utc(to))
                    : number(session, sql, MetricRepository.utc(from), MetricRepository.utc(to), by.value());
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /// The stored videos of these creators.
    public Set<EntityId> videosOf(Collection<String> handles) {
        Set<EntityId> videos = new HashSet<>();
        try (LakeSession session = database.lake().open(tenant);
                PreparedStatement statement = session.connection()
                        .prepareStatement("SELECT DISTINCT video_id FROM " + session.scan(Collected.VIDEO)
                                + " WHERE list_contains(string_split(?, ' '), lower(creator))")) {
            statement.setString(1, String.join(" ", handles));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    videos.add(new EntityId(EntityKind.VIDEO, row.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw unread(e);
        }
        return videos;
    }

    private static long number(LakeSession session, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            for (int at = 0; at < arguments.length; at++) {
                statement.setObject(at + 1, arguments[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static StoreException unread(SQLException e) {
        return StoreException.permanent("readings were not read", "lake", "The log has the statement.", e);
    }

    /// The last reading of anything at or before an instant; empty when there is none.
    public Optional<Instant> lastReading(Instant until) {
        return database.transactions().call(tenant,
                db -> db.sql("select max(last_observed_at) as last from entity where last_observed_at <= ?")
                        .param(until.atOffset(ZoneOffset.UTC))
                        .query((row, index) -> Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                        .single());
    }

    /// The last end of a day's window that was computed at or before an instant.
    public Optional<Instant> lastEnd(EntityKind kind, Instant until) {
        Instant hour = Window.DAY.endUntil(until);
        try (LakeSession session = database.lake().open(tenant)) {
            return metrics.latestEnd(session, MetricSelection.of(kind, Window.DAY, hour.minus(LONGEST_WAIT), hour));
        }
    }

    /// The rows of the windows of this length that end at an instant, by entity.
    ///
    /// @param entity only this one; null for all of the kind
    public Map<EntityId, MetricRow> rows(EntityKind kind, @Nullable EntityId entity, Window window, Instant end) {
        try (LakeSession session = database.lake().open(tenant)) {
            Map<EntityId, MetricRow> rows = new LinkedHashMap<>();
            metrics.list(session, new MetricSelection(kind, entity == null ? null : entity.value(), window, end, end))
                    .forEach(row -> rows.put(row.entity(), row));
            return rows;
        }
    }

    /// How people call these entities; those that are not stored keep their ids.
    public Map<EntityId, String> names(EntityKind kind, Collection<EntityId> entities) {
        Map<EntityId, String> names = new HashMap<>();
        List<String> ids = entities.stream().map(EntityId::value).toList();
        database.transactions().run(tenant,
                db -> db.sql(
                        "select entity_id, coalesce(name, entity_id) as name from entity where kind = ? and entity_id = any(?)")
                        .param(kind.label()).param(ids.toArray(String[]::new))
                        .query((row, index) -> names.put(new EntityId(kind, row.getString("entity_id")),
                                row.getString("name")))
                        .list());
        return names;
    }

    /// How many entities of a kind had been observed by then.
    public long watched(EntityKind kind, Instant until) {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from entity where kind = ? and first_observed_at <= ?")
                        .param(kind.label()).param(until.atOffset(ZoneOffset.UTC)).query(Long.class).single());
    }
}
