package dev.upswell.server.fyp;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.fyp.Mark;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.GrowingSeries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Reads from the lake what videos are, how often they were read in their first day, and what trended.
///
/// Of several sources the one that read a video first speaks of it, so that no choice rests on later readings.
final class WatchedVideoRepository {

    private static final List<Counter> COUNTERS = List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS,
            Counter.SHARES);

    private static final String VIDEOS = """
        CREATE OR REPLACE TEMP TABLE scored_video AS SELECT video_id AS id, min(creator) AS creator,
            min(sound) AS sound, list_sort(list_distinct(flatten(list(string_split(hashtags, ' '))))) AS hashtags,
            min(created_at) AS created_at, min(duration_ms) AS duration_ms, min(caption) AS caption FROM %s
        WHERE created_at IS NOT NULL AND %s GROUP BY video_id""";

    private static final String READINGS = """
        SELECT id, (epoch_us(observed_at) + 999999) // 1000000 AS second, views, views_step, likes, likes_step,
            comments, comments_step, shares, shares_step
        FROM (SELECT v.id, o.*, first_value(o.source) OVER (PARTITION BY v.id ORDER BY o.observed_at,
                o.source) AS speaker
            FROM %s AS o JOIN scored_video AS v ON o.entity_id = v.id
            WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at >= v.created_at
            AND o.observed_at <= v.created_at + INTERVAL 24 HOUR)
        WHERE source = speaker ORDER BY id, second""";

    private static final String VIEWS_THEN = """
        SELECT t.id, epoch_us(t.told_at), o.views FROM told AS t JOIN scored_video AS v ON v.id = t.id
            JOIN %s AS o ON o.entity_id = t.id
        WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at <= t.told_at
            AND o.observed_at >= t.told_at - (t.told_at - v.created_at) / 3
        QUALIFY row_number() OVER (PARTITION BY t.id, t.told_at ORDER BY o.observed_at DESC, o.views DESC) = 1""";

    private static final String TRENDS = """
        SELECT epoch_us(window_end), kind, entity_id, momentum FROM %s WHERE momentum > 0
        QUALIFY row_number() OVER (PARTITION BY window_end, kind ORDER BY momentum DESC, entity_id) <= 50
        ORDER BY window_end, kind, momentum DESC, entity_id""";

    private static final String MIDNIGHTS = "window_length = '24h' AND kind IN ('hashtag', 'sound')"
            + " AND window_end = date_trunc('day', window_end) AND window_end BETWEEN CAST('%s' AS TIMESTAMP)"
            + " AND CAST('%s' AS TIMESTAMP)";

    /// The videos that were posted in this time, by id.
    Map<String, Video> posted(LakeSession lake, Instant from, Instant to) {
        lake.execute(VIDEOS.formatted(lake.scan(Collected.VIDEO, from, to), between("created_at", from, to)));
        return described(lake);
    }

    /// What these videos are, by id; those that nobody described are left out.
    Map<String, Video> described(LakeSession lake, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        lake.execute("CREATE OR REPLACE TEMP TABLE asked_video (id VARCHAR)");
        try (DuckDBAppender asked = lake.appender("asked_video")) {
            for (String id : ids) {
                asked.beginRow().append(id).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        lake.execute(VIDEOS.formatted(lake.scan(Collected.VIDEO), "video_id IN (SELECT id FROM asked_video)"));
        return described(lake);
    }

    /// A portion of the touched videos.
    Map<String, Video> portion(LakeSession lake, TouchedVideoRepository.Portion portion) {
        lake.execute(VIDEOS.formatted(lake.scan(Collected.VIDEO), "video_id IN (" + portion.ids() + ")"));
        return described(lake);
    }

    /// When the creators of the videos asked for last posted in this time, by creator.
    Map<String, List<Instant>> posts(LakeSession lake, Instant from, Instant to) {
        Map<String, List<Instant>> posts = new HashMap<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery("SELECT creator, epoch_us(posted) FROM posted_video WHERE "
                        + between("posted", from, to) + " AND creator IN (SELECT creator FROM scored_video)")) {
            while (row.next()) {
                posts.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(MetricRepository.micros(row.getLong(2)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return posts;
    }

    /// Hands on the readings of the first day of the videos that were asked for last; of those never read nothing comes.
    ///
    /// @param from when the first of them was posted
    /// @param to when the last was
    void readings(LakeSession lake, Instant from, Instant to, BiConsumer<String, EntitySeries> each) {
        String sql = READINGS.formatted(lake.scan(Collected.OBSERVATION, from, Mark.DAY.of(to)));
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            String current = null;
            List<GrowingSeries> growing = COUNTERS.stream().map(counter -> new GrowingSeries()).toList();
            while (row.next()) {
                String id = row.getString(1);
                if (current != null && !id.equals(current)) {
                    each.accept(current, ended(current, growing));
                }
                current = id;
                for (int i = 0; i < COUNTERS.size(); i++) {
                    long value = row.getLong(3 + 2 * i);
                    if (!row.wasNull()) {
                        growing.get(i).add(row.getLong(2), value, Math.max(1, row.getLong(4 + 2 * i)));
                    }
                }
            }
            if (current != null) {
                each.accept(current, ended(current, growing));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// A video, and when its owner was told something of it.
    record Then(EntityId video, Instant at) {
    }

    /// The views of the videos asked for last as they were read last before these times, in the last third of their age then.
    Map<Then, Long> viewsThen(LakeSession lake, Collection<Then> asked) {
        Map<Then, Long> views = new HashMap<>();
        if (asked.isEmpty()) {
            return views;
        }
        lake.execute("CREATE OR REPLACE TEMP TABLE told (id VARCHAR, told_at TIMESTAMP)");
        try (DuckDBAppender told = lake.appender("told")) {
            for (Then then : asked) {
                told.beginRow().append(then.video().value()).append(LocalDateTime.ofInstant(then.at(), ZoneOffset.UTC))
                        .endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(VIEWS_THEN.formatted(lake.scan(Collected.OBSERVATION)))) {
            while (row.next()) {
                views.put(new Then(EntityId.video(row.getString(1)), MetricRepository.micros(row.getLong(2))),
                        row.getLong(3));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return views;
    }

    /// The momentum of the fifty hashtags and fifty sounds that had most of it, at each midnight of this time.
    Map<Instant, Map<EntityId, Double>> trends(LakeSession lake, Instant from, Instant to) {
        String rows = MetricRepository.newestOf(lake.scan(MetricDataset.METRIC, from, to),
                MIDNIGHTS.formatted(timestamp(from), timestamp(to)));
        Map<Instant, Map<EntityId, Double>> trends = new HashMap<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(TRENDS.formatted(rows))) {
            while (row.next()) {
                trends.computeIfAbsent(MetricRepository.micros(row.getLong(1)), key -> new HashMap<>())
                        .put(new EntityId(EntityKind.of(row.getString(2)), row.getString(3)), row.getDouble(4));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return trends;
    }

    private static EntitySeries ended(String id, List<GrowingSeries> growing) {
        Map<Counter, CounterSeries> counters = new HashMap<>();
        for (int i = 0; i < COUNTERS.size(); i++) {
            if (!growing.get(i).isEmpty()) {
                counters.put(COUNTERS.get(i), growing.get(i).cut());
            }
        }
        return new EntitySeries(EntityId.video(id), "", counters);
    }

    private static Map<String, Video> described(LakeSession lake) {
        Map<String, Video> all = new HashMap<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery("SELECT id, creator, sound, array_to_string(hashtags, ' '),"
                        + " created_at, duration_ms, caption FROM scored_video")) {
            while (row.next()) {
                all.put(row.getString(1), video(row));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return all;
    }

    private static Video video(ResultSet row) throws SQLException {
        String tags = row.getString(4);
        List<EntityId> hashtags = tags == null
                ? List.of()
                : Arrays.stream(tags.split(" ")).filter(tag -> !tag.isBlank()).map(EntityId::hashtag).toList();
        long millis = row.getLong(6);
        Duration duration = row.wasNull() ? null : Duration.ofMillis(millis);
        return new Video(EntityId.video(row.getString(1)), id(row.getString(2), EntityId::creator),
                id(row.getString(3), EntityId::sound), hashtags,
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC), duration, row.getString(7));
    }

    private static @Nullable EntityId id(@Nullable String value, Function<String, EntityId> of) {
        return value == null || value.isBlank() ? null : of.apply(value);
    }

    static String between(String column, Instant from, Instant to) {
        return column + " BETWEEN CAST('" + timestamp(from) + "' AS TIMESTAMP) AND CAST('" + timestamp(to)
                + "' AS TIMESTAMP)";
    }

    static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }

    static StoreException failure(SQLException e) {
        return StoreException.permanent("videos were not read", "the lake", "Run \"upswell doctor\".", e);
    }
}
