package dev.upswell.server.live.plan;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.poll.Volatility.Reading;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.trend.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/// What the lake knows of watched subjects: how their counters moved in the last week, and their latest momentum.
///
/// **cost** three scans of a week of readings and a day of metric rows, for all subjects at once
final class SignalRepository {

    static final Duration LEARNT_FROM = Duration.ofDays(7);

    private static final String WATCHED = "watched";

    /// The counter of each entity and source that was read most often: views for hashtags and videos, posts for sounds, followers
    /// for creators, and the next best where a source does not give it.
    private static final String OWN = """
        WITH read AS (
            SELECT o.kind, o.entity_id, o.source, o.observed_at, unnest([
                {'counter': 0, 'level': CASE o.kind WHEN 'creator' THEN followers WHEN 'sound' THEN posts ELSE views END},
                {'counter': 1, 'level': CASE o.kind WHEN 'creator' THEN likes WHEN 'sound' THEN views WHEN 'hashtag' THEN posts END}]) AS told
            FROM %1$s o JOIN watched USING (kind, entity_id) WHERE o.observed_at > ? AND o.observed_at <= ? AND list_contains(?, o.source)),
        told AS (SELECT kind, entity_id, source, told.counter AS counter, observed_at, told.level AS level FROM read
            WHERE told.level > 0),
        counted AS (SELECT kind, entity_id, source, counter, count(*) AS readings FROM told GROUP BY ALL),
        chosen AS (SELECT kind, entity_id, source, counter FROM counted WHERE readings > 1
            QUALIFY row_number() OVER (PARTITION BY kind, entity_id ORDER BY counter, readings DESC, source) = 1)
        SELECT kind, entity_id, epoch_ms(observed_at), level FROM told JOIN chosen USING (kind, entity_id, source, counter)
        ORDER BY kind, entity_id, observed_at""";

    /// The growth of the videos that carry each entity, from one reading of them to the next, as a level that begins with 1.
    private static final String CARRIED = """
        WITH read AS (
            SELECT entity_id AS video_id, observed_at, views, lag(views) OVER step AS before FROM %1$s
            WHERE kind = 'video' AND views > 0 AND observed_at > ? AND observed_at <= ? AND list_contains(?, source)
            WINDOW step AS (PARTITION BY entity_id, source ORDER BY observed_at)),
        carried AS (
            SELECT DISTINCT kind, entity_id, video_id FROM (
                SELECT 'hashtag' AS kind, unnest(string_split(hashtags, ' ')) AS entity_id, video_id FROM %2$s
                UNION ALL SELECT 'sound', sound, video_id FROM %2$s UNION ALL SELECT 'creator', creator, video_id FROM %2$s)
            JOIN watched USING (kind, entity_id)),
        grown AS (
            SELECT kind, entity_id, observed_at, ln(sum(views) / sum(coalesce(before, views))) AS growth
            FROM carried JOIN read USING (video_id) GROUP BY ALL)
        SELECT kind, entity_id, epoch_ms(observed_at), exp(sum(growth) OVER (PARTITION BY kind, entity_id ORDER BY observed_at))
        FROM grown ORDER BY kind, entity_id, observed_at""";

    private static final String MOMENTUM = """
        SELECT kind, entity_id, arg_max(momentum, window_end) FROM %s WHERE momentum IS NOT NULL GROUP BY ALL""";

    private final LakeSession lake;
    private final List<String> sources;
    private final Instant now;

    /// Over these entities.
    ///
    /// @param sources whose readings count
    SignalRepository(LakeSession lake, Collection<EntityId> watched, List<String> sources, Instant now) {
        this.lake = lake;
        this.sources = sources;
        this.now = now;
        lake.execute("CREATE OR REPLACE TEMP TABLE " + WATCHED + " (kind VARCHAR, entity_id VARCHAR)");
        try (DuckDBAppender to = lake.appender(WATCHED)) {
            for (EntityId entity : watched) {
                to.beginRow().append(entity.kind().label()).append(entity.value()).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The readings of the last week of each entity's own counter, or where it has none, of the videos that carry it.
    Map<EntityId, List<Reading>> readings() {
        Instant from = now.minus(LEARNT_FROM);
        String observations = lake.scan(Collected.OBSERVATION, from, now);
        Map<EntityId, List<Reading>> found = levels(CARRIED.formatted(observations, lake.scan(Collected.VIDEO)), from);
        found.putAll(levels(OWN.formatted(observations), from));
        return found;
    }

    private Map<EntityId, List<Reading>> levels(String sql, Instant from) {
        Map<EntityId, List<Reading>> levels = new HashMap<>();
        try (PreparedStatement statement = lake.connection().prepareStatement(sql)) {
            statement.setObject(1, MetricRepository.utc(from));
            statement.setObject(2, MetricRepository.utc(now));
            statement.setArray(3, lake.connection().createArrayOf("VARCHAR", sources.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    levels.computeIfAbsent(entity(row), _ -> new ArrayList<>())
                            .add(new Reading(Instant.ofEpochMilli(row.getLong(3)), row.getDouble(4)));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return levels;
    }

    /// The momentum of the latest day that ended within the last one.
    Map<EntityId, Double> momentum() {
        Instant from = now.minus(Duration.ofDays(1));
        String identity = "window_length = '" + Window.DAY.label() + "' AND window_end > ? AND window_end <= ?"
                + " AND EXISTS (SELECT 1 FROM watched w WHERE w.kind = m.kind AND w.entity_id = m.entity_id)";
        String rows = MetricRepository.newestOf(lake.scan(MetricDataset.METRIC, from, now) + " m", identity);
        Map<EntityId, Double> momentum = new HashMap<>();
        try (PreparedStatement statement = lake.connection().prepareStatement(MOMENTUM.formatted(rows))) {
            statement.setObject(1, MetricRepository.utc(from));
            statement.setObject(2, MetricRepository.utc(now));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    momentum.put(entity(row), Math.clamp(row.getDouble(3), 0, 1));
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return momentum;
    }

    private static EntityId entity(ResultSet row) throws SQLException {
        return new EntityId(EntityKind.of(row.getString(1)), row.getString(2));
    }

    private StoreException failure(SQLException cause) {
        return StoreException.permanent("what is known of watched subjects was not read",
                "lake of tenant " + lake.tenant(), "Check that the data folder is complete; the log has the statement.",
                cause);
    }
}
