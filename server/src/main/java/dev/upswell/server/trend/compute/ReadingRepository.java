package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.trend.WatchedEntity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Reads what is needed to compute entities' windows: their readings, the videos that carry them and the videos' readings.
///
/// The videos are gathered once and kept until `forgetVideos`. Readings are looked for between the first and the last id asked
/// for, so a caller with much to do asks for neighbours: files are sorted by id, and what lies outside is skipped.
///
/// **cost** for each call one scan of the times and ids of that range; memory grows with the readings of the entities asked
/// for.
final class ReadingRepository {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Counter[] COUNTERS = Counter.values();

    private static final String COUNTS = Arrays.stream(COUNTERS)
            .map(counter -> "o." + counter.label() + ", o." + counter.label() + "_step")
            .collect(Collectors.joining(", "));

    /// An entity whose readings at or after `from` are wanted.
    record Wanted(EntityId entity, Instant from) {
    }

    private boolean gathered;

    /// Lets the next call gather the videos anew.
    void forgetVideos() {
        gathered = false;
    }

    /// How many readings an entity's computation must hold: its own and those of the videos that carry it.
    Map<EntityId, Long> weights(LakeSession session, Collection<Wanted> wanted) {
        name(session, wanted);
        Map<EntityId, Long> weights = new HashMap<>();
        String readings = readings(session, wanted);
        each(session, """
            SELECT kind, entity_id, sum(n)::BIGINT FROM (
              SELECT o.kind, o.entity_id, count(*) AS n FROM %s AS o JOIN wanted USING (kind, entity_id)
              WHERE o.observed_at >= load_from GROUP BY ALL
            UNION ALL
              SELECT c.kind, c.entity_id, count(*) AS n FROM %s AS o JOIN carried AS c ON o.entity_id = c.video
              WHERE o.kind = 'video' AND o.observed_at >= load_from GROUP BY ALL) GROUP BY ALL
            """.formatted(readings, readings),
                row -> weights.put(id(row), row.getLong(3)));
        return weights;
    }

    /// The hashtags and sounds of these videos, each with the earliest instant wanted of its videos.
    Map<EntityId, Instant> carriedBy(LakeSession session, Collection<Wanted> videos) {
        name(session, videos);
        Map<EntityId, Instant> carried = new LinkedHashMap<>();
        each(session, "SELECT c.kind, c.entity_id, epoch_us(min(w.load_from)) FROM all_carried AS c JOIN wanted AS w"
                + " ON w.kind = 'video' AND w.entity_id = c.video GROUP BY ALL ORDER BY ALL",
                row -> carried.put(id(row), MetricRepository.micros(row.getLong(3))));
        return carried;
    }

    /// The entities with their readings, in the order of their ids. Sources named in `without` are left out.
    List<WatchedEntity> watched(LakeSession session, Collection<Wanted> wanted, Set<String> without) {
        name(session, wanted);
        String readings = readings(session, wanted);
        Map<EntityId, List<EntitySeries>> own = series(session, """
            SELECT o.kind, o.entity_id, o.source, (epoch_us(o.observed_at) + 999999) // 1000000, %s FROM %s AS o
            JOIN wanted USING (kind, entity_id) WHERE o.observed_at >= load_from AND %s ORDER BY 1, 2, 3, 4
            """.formatted(COUNTS, readings, within(session, "o.entity_id", "SELECT entity_id AS id FROM wanted")),
                without);
        Map<EntityId, List<EntitySeries>> videos = series(session, """
            SELECT o.kind, o.entity_id, o.source, (epoch_us(o.observed_at) + 999999) // 1000000, %s FROM %s AS o
            JOIN (SELECT video, min(load_from) AS load_from FROM carried GROUP BY ALL) AS c ON o.entity_id = c.video
            WHERE o.kind = 'video' AND o.observed_at >= c.load_from AND %s ORDER BY 1, 2, 3, 4
            """.formatted(COUNTS, readings, within(session, "o.entity_id", "SELECT video AS id FROM carried")),
                without);
        Map<EntityId, List<WatchedEntity.Carrier>> carriers = carriers(session, videos);
        Map<EntityId, Video> described = described(session);
        return wanted.stream().map(Wanted::entity).sorted()
                .map(id -> new WatchedEntity(id, bornAt(described.get(id)), own.getOrDefault(id, List.of()),
                        carriers.getOrDefault(id, List.of())))
                .toList();
    }

    private static @Nullable Instant bornAt(@Nullable Video video) {
        return video == null ? null : video.createdAt();
    }

    /// Puts the wanted entities and the videos that carry them where queries can join them.
    private void name(LakeSession session, Collection<Wanted> wanted) {
        session.execute("CREATE OR REPLACE TEMP TABLE wanted (kind VARCHAR, entity_id VARCHAR, load_from TIMESTAMP)");
        try (DuckDBAppender appender = session.appender("wanted")) {
            for (Wanted one : wanted) {
                appender.beginRow().append(one.entity().kind().label()).append(one.entity().value())
                        .append(MetricRepository.utc(one.from())).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        if (!gathered) {
            gatherVideos(session);
            gathered = true;
        }
        session.execute("CREATE OR REPLACE TEMP TABLE carried AS SELECT kind, entity_id, video, load_from"
                + " FROM all_carried JOIN wanted USING (kind, entity_id)");
    }

    private static void gatherVideos(LakeSession session) {
        session.execute("CREATE OR REPLACE TEMP TABLE video_row AS SELECT video_id AS id, min(creator) AS creator,"
                + " min(sound) AS sound, list_sort(list_distinct(flatten(list(string_split(hashtags, ' '))))) AS hashtags,"
                + " min(created_at) AS created_at, min(duration_ms) AS duration_ms FROM "
                + session.scan(Collected.VIDEO)
                + " GROUP BY video_id");
        session.execute("""
            CREATE OR REPLACE TEMP TABLE all_carried AS
            SELECT kind, entity_id, video FROM (
              SELECT 'hashtag' AS kind, unnest(hashtags) AS entity_id, id AS video FROM video_row) WHERE entity_id <> ''
            UNION ALL SELECT 'sound', sound, id FROM video_row WHERE sound IS NOT NULL""");
    }

    /// A condition that holds for all ids of the query, with the bounds spelt out, by which files are skipped unread.
    static String within(LakeSession session, String column, String ids) {
        List<String> bounds = new ArrayList<>();
        each(session, "SELECT min(id), max(id) FROM (" + ids + ") HAVING count(*) > 0", row -> {
            bounds.add("'" + row.getString(1).replace("'", "''") + "'");
            bounds.add("'" + row.getString(2).replace("'", "''") + "'");
        });
        return bounds.isEmpty() ? "false" : column + " BETWEEN " + bounds.get(0) + " AND " + bounds.get(1);
    }

    private String readings(LakeSession session, Collection<Wanted> wanted) {
        Instant first = wanted.stream().map(Wanted::from).min(Instant::compareTo).orElse(FOREVER);
        return session.scan(Collected.OBSERVATION, first, FOREVER);
    }

    private static Map<EntityId, List<EntitySeries>> series(LakeSession session, String sql, Set<String> without) {
        Map<EntityId, List<EntitySeries>> series = new HashMap<>();
        var gathering = new SeriesGathering(
                one -> series.computeIfAbsent(one.entity(), id -> new ArrayList<>()).add(one));
        each(session, sql, row -> {
            String source = row.getString(3);
            if (without.contains(source)) {
                return;
            }
            gathering.reading(row.getString(1), row.getString(2), source, row.getLong(4));
            for (int i = 0; i < COUNTERS.length; i++) {
                long value = row.getLong(5 + 2 * i);
                if (!row.wasNull()) {
                    gathering.count(COUNTERS[i], value, row.getLong(6 + 2 * i));
                }
            }
        });
        gathering.end();
        return series;
    }

    private static Map<EntityId, List<WatchedEntity.Carrier>> carriers(LakeSession session,
            Map<EntityId, List<EntitySeries>> videos) {
        Map<EntityId, List<WatchedEntity.Carrier>> carriers = new HashMap<>();
        each(session, "SELECT c.kind, c.entity_id, v.id, v.creator, v.sound, v.hashtags, epoch_us(v.created_at),"
                + " v.duration_ms FROM carried AS c JOIN video_row AS v ON v.id = c.video", row -> {
                    Video video = video(row, 3);
                    carriers.computeIfAbsent(id(row), id -> new ArrayList<>())
                            .add(new WatchedEntity.Carrier(video, videos.getOrDefault(video.id(), List.of())));
                });
        return carriers;
    }

    private static Map<EntityId, Video> described(LakeSession session) {
        Map<EntityId, Video> described = new HashMap<>();
        each(session, "SELECT v.id, v.creator, v.sound, v.hashtags, epoch_us(v.created_at), v.duration_ms"
                + " FROM video_row AS v JOIN wanted AS w ON w.kind = 'video' AND w.entity_id = v.id",
                row -> described.put(EntityId.video(row.getString(1)), video(row, 1)));
        return described;
    }

    private static Video video(ResultSet row, int first) throws SQLException {
        String creator = row.getString(first + 1);
        String sound = row.getString(first + 2);
        long born = row.getLong(first + 4);
        Instant createdAt = row.wasNull() ? null : MetricRepository.micros(born);
        long millis = row.getLong(first + 5);
        Duration duration = row.wasNull() ? null : Duration.ofMillis(millis);
        return new Video(EntityId.video(row.getString(first)), creator == null ? null : EntityId.creator(creator),
                sound == null ? null : EntityId.sound(sound), hashtags(row.getArray(first + 3)), createdAt, duration,
                null);
    }

    private static List<EntityId> hashtags(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray()).map(Object::toString)
                        .filter(tag -> !tag.isBlank()).map(EntityId::hashtag).toList();
    }

    private static EntityId id(ResultSet row) throws SQLException {
        return new EntityId(EntityKind.of(row.getString(1)), row.getString(2));
    }

    @FunctionalInterface
    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    private static void each(LakeSession session, String sql, RowReader reader) {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("readings were not read", "lake",
                "Check that the data folder is complete; the log has the statement.", cause);
    }
}
