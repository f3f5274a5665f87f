package dev.upswell.server.reach;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.forecast.reach.ReachArchive;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.ReadingTimeRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The watched videos of a tenant with as many of their readings as a forecast of reach needs, read from the lake.
///
/// Of several sources the one that read a video first speaks of it, so that no choice rests on later readings.
///
/// **cost** one scan of the videos and of the readings of their first one and a half days; memory grows with those
final class ArchiveRepository {

    /// Videos posted longer ago tell nothing that is used.
    static final Duration MEMORY = Duration.ofDays(120);

    private static final List<Counter> COUNTERS = List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS,
            Counter.SHARES, Counter.SAVES);

    private static final String VIDEOS = """
        CREATE OR REPLACE TEMP TABLE video_row AS SELECT video_id AS id, min(creator) AS creator, min(sound) AS sound,
            list_sort(list_distinct(flatten(list(string_split(hashtags, ' '))))) AS hashtags,
            min(created_at) AS created_at, min(duration_ms) AS duration_ms, min(caption) AS caption FROM %s
        WHERE created_at IS NOT NULL AND created_at BETWEEN CAST('%s' AS TIMESTAMP) AND CAST('%s' AS TIMESTAMP)
        GROUP BY video_id""";

    private static final String READINGS = """
        SELECT id, (epoch_us(observed_at) + 999999) // 1000000 AS second, views, views_step, likes, likes_step,
            comments, comments_step, shares, shares_step, saves, saves_step
        FROM (SELECT v.id, v.created_at, o.*, first_value(o.source) OVER (PARTITION BY v.id ORDER BY o.observed_at,
                o.source) AS speaker
            FROM %s AS o JOIN video_row AS v ON o.entity_id = v.id
            WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at <= CAST('%s' AS TIMESTAMP))
        WHERE source = speaker AND %s ORDER BY id, second""";

    private static final String FIRST_DAYS = "observed_at <= created_at + INTERVAL 36 HOUR";
    private static final String LATEST_ONLY = "true QUALIFY row_number() OVER (PARTITION BY id ORDER BY observed_at DESC) = 1";

    private static final String FOLLOWERS = """
        SELECT entity_id, (epoch_us(observed_at) + 999999) // 1000000 AS second, followers, coalesce(followers_step, 1)
        FROM (SELECT *, first_value(source) OVER (PARTITION BY entity_id ORDER BY observed_at, source) AS speaker
            FROM %s WHERE kind = 'creator' AND followers IS NOT NULL AND observed_at <= CAST('%s' AS TIMESTAMP))
        WHERE source = speaker
        QUALIFY row_number() OVER (PARTITION BY entity_id, date_trunc('day', observed_at) ORDER BY observed_at DESC) = 1
        ORDER BY entity_id, second""";

    private static final ReadingTimeRepository.Wanted VIEWS_OF_VIDEOS = new ReadingTimeRepository.Wanted(
            EntityKind.VIDEO, Counter.VIEWS, List.of());

    /// Later than any reading, and within what DuckDB can express.
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;
    private final ReadingTimeRepository times;

    ArchiveRepository(Database database) {
        this.database = database;
        this.times = new ReadingTimeRepository(database);
    }

    /// What was known at `asOf` of the videos posted in the 120 days before; of all videos where settled views are asked for.
    ReachArchive read(TenantId tenant, ReachTarget target, Instant asOf) {
        try (LakeSession lake = database.lake().open(tenant)) {
            Instant from = target.settled() ? Instant.EPOCH : asOf.minus(MEMORY);
            lake.execute(VIDEOS.formatted(lake.scan(Collected.VIDEO), timestamp(from), timestamp(asOf)));
            Map<String, EntitySeries> series = series(lake, target, from, asOf);
            return ReachArchive.of(target, videos(lake, series), followers(lake, from, asOf));
        } catch (SQLException e) {
            throw StoreException.permanent("videos were not read", "the lake", "Run \"upswell doctor\".", e);
        }
    }

    /// When a video was read last; empty when never.
    Optional<Instant> lastReading(TenantId tenant) {
        try (LakeSession lake = database.lake().open(tenant)) {
            return times.last(lake, VIEWS_OF_VIDEOS, END_OF_TIME);
        }
    }

    private static Map<String, EntitySeries> series(LakeSession lake, ReachTarget target, Instant from, Instant asOf)
            throws SQLException {
        String sql = READINGS.formatted(lake.scan(Collected.OBSERVATION, from, asOf), timestamp(asOf),
                target.settled() ? LATEST_ONLY : FIRST_DAYS);
        Map<String, EntitySeries> all = new HashMap<>();
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            String current = null;
            List<GrowingSeries> growing = COUNTERS.stream().map(counter -> new GrowingSeries()).toList();
            while (row.next()) {
                String id = row.getString(1);
                if (current != null && !id.equals(current)) {
                    all.put(current, ended(current, growing));
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
                all.put(current, ended(current, growing));
            }
        }
        return all;
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

    private static List<ReachArchive.Watched> videos(LakeSession lake, Map<String, EntitySeries> series)
            throws SQLException {
        List<ReachArchive.Watched> all = new ArrayList<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query
                        .executeQuery("SELECT id, creator, sound, array_to_string(hashtags, ' '), created_at,"
                                + " duration_ms, caption FROM video_row ORDER BY id")) {
            while (row.next()) {
                all.add(new ReachArchive.Watched(video(row), series.get(row.getString(1))));
            }
        }
        return all;
    }

    private static Video video(ResultSet row) throws SQLException {
        String tags = row.getString(4);
        List<EntityId> hashtags = tags == null
                ? List.of()
                : Arrays.stream(tags.split(" ")).filter(tag -> !tag.isBlank()).map(EntityId::hashtag).toList();
        return new Video(EntityId.video(row.getString(1)), id(row.getString(2), EntityId::creator),
                id(row.getString(3), EntityId::sound), hashtags,
                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC), duration(row), row.getString(7));
    }

    private static @Nullable Duration duration(ResultSet row) throws SQLException {
        long millis = row.getLong(6);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    private static @Nullable EntityId id(@Nullable String value, Function<String, EntityId> of) {
        return value == null || value.isBlank() ? null : of.apply(value);
    }

    private static Map<EntityId, CounterSeries> followers(LakeSession lake, Instant from, Instant asOf)
            throws SQLException {
        Map<EntityId, GrowingSeries> growing = new HashMap<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(FOLLOWERS
                        .formatted(lake.scan(Collected.OBSERVATION, from, asOf), timestamp(asOf)))) {
            while (row.next()) {
                growing.computeIfAbsent(EntityId.creator(row.getString(1)), id -> new GrowingSeries())
                        .add(row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
        Map<EntityId, CounterSeries> all = new HashMap<>();
        growing.forEach((id, one) -> all.put(id, one.cut()));
        return all;
    }

    private static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }
}
