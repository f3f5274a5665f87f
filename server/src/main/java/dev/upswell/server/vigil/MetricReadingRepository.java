package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Evidence;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.server.vigil.Condition.OfMetric;
import dev.upswell.server.web.Link;
import dev.upswell.trend.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads from the lake whether metric rows meet a condition, and what carries a hashtag.
///
/// **errors** [StoreException]; [VigilRefused] where more rows than [#MOST] would have to be looked at.
final class MetricReadingRepository {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    /// The most readings of a condition.
    static final int MOST = 300_000;

    private static final String CHOSEN = "window_length = ? AND window_end BETWEEN ? AND ? AND kind = ?";

    private final LakeSession session;
    private final JdbcClient db;
    private final EntityKind kind;

    /// @param db the transaction in which it is asked which files there are
    MetricReadingRepository(LakeSession session, JdbcClient db, EntityKind kind) {
        this.session = session;
        this.db = db;
        this.kind = kind;
    }

    /// Hands on what the rows that end in [`from`, `to`] say.
    ///
    /// @param alone whether only those that meet the condition are wanted, for want of others to hold together with; else all of what
    ///        meets it once
    void each(OfMetric wanted, Instant from, Instant to, boolean alone, Consumer<Reading> sink) {
        String value = wanted.how().isRelative()
                ? "CASE WHEN earlier.m > 0 THEN found.m / earlier.m - 1 END"
                : "found.m";
        String holds = switch (wanted.how()) {
            case ABOVE -> "v > " + wanted.than();
            case BELOW -> "v < " + wanted.than();
            case UP -> "v >= " + wanted.than();
            case DOWN -> "v <= -" + wanted.than();
        };
        Instant first = wanted.how().isRelative() ? from.minus(wanted.window().length()) : from;
        String sql = "WITH found AS MATERIALIZED (SELECT entity_id, window_end, " + wanted.metric().label()
                + " AS m FROM "
                + current(first, to) + "), judged AS MATERIALIZED (SELECT found.entity_id, found.window_end, " + value
                + " AS v, coalesce(" + holds + ", false) AS holds FROM found"
                + (wanted.how().isRelative()
                        ? " LEFT JOIN found earlier ON earlier.entity_id = found.entity_id AND earlier.window_end ="
                                + " found.window_end - INTERVAL " + wanted.window().seconds() + " SECOND"
                        : "")
                + " WHERE found.window_end >= ?) SELECT entity_id, epoch_us(window_end), v, holds FROM judged WHERE "
                + (alone ? "holds" : "entity_id IN (SELECT entity_id FROM judged WHERE holds)") + " LIMIT "
                + (MOST + 1);
        double asked = wanted.than();
        read(sql, wanted.window(), first, to, from, row -> {
            var entity = new EntityId(kind, row.getString(1));
            Instant at = MetricRepository.micros(row.getLong(2));
            sink.accept(new Reading(entity, row.getBoolean(4), new Evidence(wanted.metric().label(),
                    wanted.window().label(), wanted.how().label(), asked, row.getObject(3, Double.class), at,
                    link(entity, wanted.window(), at))));
        });
    }

    /// Hands on the days at whose end something was new.
    void eachNew(Instant from, Instant to, Consumer<Reading> sink) {
        String sql = "SELECT entity_id, epoch_us(window_end) FROM " + current(from, to)
                + " WHERE is_new AND window_end >= ? LIMIT " + (MOST + 1);
        read(sql, Window.DAY, from, to, from, row -> {
            var entity = new EntityId(kind, row.getString(1));
            Instant at = MetricRepository.micros(row.getLong(2));
            sink.accept(new Reading(entity, true, new Evidence("flag", "new", "is", null, null, at,
                    link(entity, Window.DAY, at))));
        });
    }

    /// What of the kind carries one of these hashtags: videos by their ids, creators by their handles, sounds by their ids.
    Set<String> carrying(Set<String> hashtags) {
        String column = switch (kind) {
            case VIDEO -> "video_id";
            case CREATOR -> "creator";
            case SOUND -> "sound";
            case HASHTAG -> throw new IllegalStateException("a hashtag carries none");
        };
        String list = hashtags.stream().map(name -> "'" + name.replace("'", "''").toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
        return strings("SELECT DISTINCT " + column + " FROM " + described() + " WHERE " + column
                + " IS NOT NULL AND list_has_any(string_split(lower(coalesce(hashtags, '')), ' '), [" + list + "])");
    }

    /// The videos by these creators.
    Set<String> by(Set<String> creators) {
        String list = creators.stream().map(name -> "'" + name.replace("'", "''").toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
        return strings("SELECT DISTINCT video_id FROM " + described() + " WHERE lower(creator) IN ("
                + list + ")");
    }

    /// The path at which the row of a window is shown.
    static String link(EntityId entity, Window window, Instant at) {
        return Link.to("/metrics", entity.kind().label(), entity.value()).with("window", window.label(), null)
                .with("at", at, null).toString();
    }

    private String described() {
        return session.scan(db, Collected.VIDEO, Instant.EPOCH, FOREVER);
    }

    private String current(Instant from, Instant to) {
        return MetricRepository.newestOf(session.scan(db, MetricDataset.METRIC, from, to), CHOSEN);
    }

    private interface RowSink {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Window window, Instant first, Instant to, Instant from, RowSink sink) {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, window.label());
            statement.setObject(2, MetricRepository.utc(first));
            statement.setObject(3, MetricRepository.utc(to));
            statement.setString(4, kind.label());
            statement.setObject(5, MetricRepository.utc(from));
            try (ResultSet row = statement.executeQuery()) {
                for (int read = 1; row.next(); read++) {
                    if (read > MOST) {
                        throw VigilRefused.tooMany(MOST);
                    }
                    sink.take(row);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Set<String> strings(String sql) {
        Set<String> all = new HashSet<>();
        try (PreparedStatement statement = session.connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("rows for alert rules were not read", "lake",
                "Check that the data folder is complete; the log has the statement.", cause);
    }
}
