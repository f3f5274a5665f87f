package dev.upswell.server.trial;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.trial.Engagement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Reads from the lake how videos stood on their seventh day, and what they are.
final class SeventhDayRepository {

    /// A reading up to so long after a video turned seven days old counts as one at seven days.
    static final Duration TOLERANCE = Duration.ofHours(24);

    private static final String READINGS = """
        SELECT a.id, epoch_us(o.observed_at), o.views, o.likes + o.comments + o.shares
        FROM %s AS o JOIN asked AS a ON o.entity_id = a.id
        WHERE o.kind = 'video' AND o.views > 0 AND o.likes IS NOT NULL AND o.comments IS NOT NULL
            AND o.shares IS NOT NULL AND o.observed_at >= a.due AND o.observed_at <= a.due + INTERVAL 24 HOUR
            AND o.observed_at <= CAST('%s' AS TIMESTAMP)
        QUALIFY row_number() OVER (PARTITION BY a.id ORDER BY o.observed_at, o.source, o.views) = 1""";

    private static final String DESCRIBED = """
        SELECT a.id, min(v.creator), min(v.created_at) FROM %s AS v JOIN asked AS a ON v.video_id = a.id
        GROUP BY a.id""";

    /// How a video stood.
    ///
    /// @param at when that was read
    record Reading(Engagement engagement, Instant at) {
    }

    /// What a video is.
    record Described(@Nullable String creator, @Nullable Instant postedAt) {
    }

    /// The first reading of each video from its seventh day on, within the tolerance, by id.
    ///
    /// @param due when each video turned seven days old
    /// @param asOf later readings are not looked at
    Map<String, Reading> readings(LakeSession lake, Map<String, Instant> due, Instant asOf) {
        Map<String, Reading> readings = new HashMap<>();
        if (due.isEmpty()) {
            return readings;
        }
        ask(lake, due);
        Instant first = due.values().stream().min(Instant::compareTo).orElseThrow();
        Instant last = due.values().stream().max(Instant::compareTo).orElseThrow().plus(TOLERANCE);
        String sql = READINGS.formatted(lake.scan(Collected.OBSERVATION, first, last), timestamp(asOf));
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                readings.put(row.getString(1), new Reading(Engagement.read(row.getLong(3), row.getLong(4)),
                        MetricRepository.micros(row.getLong(2))));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return readings;
    }

    /// What these videos are, by id; those that nobody described are left out.
    Map<String, Described> described(LakeSession lake, Collection<String> ids) {
        Map<String, Instant> asked = new HashMap<>();
        ids.forEach(id -> asked.put(id, Instant.EPOCH));
        ask(lake, asked);
        Map<String, Described> described = new HashMap<>();
        try (Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(DESCRIBED.formatted(lake.scan(Collected.VIDEO)))) {
            while (row.next()) {
                LocalDateTime posted = row.getObject(3, LocalDateTime.class);
                described.put(row.getString(1),
                        new Described(row.getString(2), posted == null ? null : posted.toInstant(ZoneOffset.UTC)));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        return described;
    }

    private static void ask(LakeSession lake, Map<String, Instant> due) {
        lake.execute("CREATE OR REPLACE TEMP TABLE asked (id VARCHAR, due TIMESTAMP)");
        try (DuckDBAppender asked = lake.appender("asked")) {
            for (Map.Entry<String, Instant> one : due.entrySet()) {
                asked.beginRow().append(one.getKey()).append(LocalDateTime.ofInstant(one.getValue(), ZoneOffset.UTC))
                        .endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }

    private static StoreException failure(SQLException e) {
        return StoreException.permanent("videos of trials were not read", "the lake", "Run \"upswell doctor\".", e);
    }
}
