package dev.upswell.server.evaluate;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Counts the readings of entities around a cut, as the lake has them.
final class ReadingCountRepository {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final double HOUR_SECONDS = 3600;

    /// Readings of an entity before a cut.
    ///
    /// @param lastDay in the 24 hours before it
    /// @param usual in a day of the week before that, over the days for which it was watched; null when it was not
    /// @param ageHours age of the last one at the cut; null when there was none in those eight days
    record Count(long lastDay, @Nullable Double usual, @Nullable Double ageHours) {
    }

    /// The counts of these entities before a cut, each by the source that its name maps to; an empty source stands for all.
    ///
    /// **absence** entities without a reading in the eight days before the cut are left out.
    Map<String, Count> before(LakeSession lake, ModelTask task, Map<String, String> sources, Instant cut) {
        Map<String, Count> counts = new HashMap<>();
        Instant from = cut.minus(WEEK).minus(DAY);
        try {
            choose(lake, sources);
            String sql = "SELECT entity_id, count(DISTINCT observed_at) FILTER (observed_at > ?),"
                    + " count(DISTINCT observed_at) FILTER (observed_at <= ?), epoch(min(observed_at)),"
                    + " epoch(max(observed_at)) FROM " + lake.scan(Collected.OBSERVATION, from, cut)
                    + " JOIN wrong USING (entity_id) WHERE kind = ? AND (wrong.asked = '' OR wrong.asked = source)"
                    + " AND observed_at > ? AND observed_at <= ? GROUP BY entity_id";
            try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
                query.setObject(1, utc(cut.minus(DAY)));
                query.setObject(2, utc(cut.minus(DAY)));
                query.setString(3, task.kind().label());
                query.setObject(4, utc(from));
                query.setObject(5, utc(cut));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        counts.put(row.getString(1), count(row, cut));
                    }
                }
            }
            return counts;
        } catch (SQLException e) {
            throw StoreException.permanent("readings around wrong calls cannot be counted",
                    "lake of tenant " + lake.tenant(), "Check free memory; the log has the statement.", e);
        }
    }

    private static void choose(LakeSession lake, Map<String, String> sources) throws SQLException {
        lake.execute("CREATE OR REPLACE TEMP TABLE wrong (entity_id VARCHAR, asked VARCHAR)");
        try (DuckDBAppender rows = lake.appender("wrong")) {
            for (Map.Entry<String, String> one : sources.entrySet()) {
                rows.beginRow().append(one.getKey()).append(one.getValue()).endRow();
            }
        }
    }

    private static Count count(ResultSet row, Instant cut) throws SQLException {
        double second = cut.getEpochSecond();
        double watchedDays = (second - DAY.toSeconds() - row.getDouble(4)) / DAY.toSeconds();
        long earlier = row.getLong(3);
        return new Count(row.getLong(2), earlier == 0 || watchedDays < 1 ? null : Double.valueOf(earlier / watchedDays),
                (second - row.getDouble(5)) / HOUR_SECONDS);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
