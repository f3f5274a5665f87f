package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.timeline.Counter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// Reads stored readings for people to look at: levels for lines, single readings, who read how often.
final class LevelRepository {

    private static final Counter[] COUNTERS = Counter.values();

    /// The last level of views in each step of time, for each entity as the source that its name maps to read it.
    Map<EntityId, List<Reading.Level>> levels(LakeSession session, Map<EntityId, String> sources, Instant from,
            Instant to,
            Duration step) {
        Map<EntityId, List<Reading.Level>> levels = new HashMap<>();
        if (sources.isEmpty()) {
            return levels;
        }
        session.execute("CREATE OR REPLACE TEMP TABLE drawn (kind VARCHAR, entity_id VARCHAR, source VARCHAR)");
        try (DuckDBAppender appender = session.appender("drawn")) {
            for (Map.Entry<EntityId, String> drawn : sources.entrySet()) {
                appender.beginRow().append(drawn.getKey().kind().label()).append(drawn.getKey().value())
                        .append(drawn.getValue()).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        query(session, "SELECT kind, entity_id, epoch_us(max(observed_at)), arg_max(views, (observed_at, views)) FROM "
                + session.scan(Collected.OBSERVATION, from, to) + " JOIN drawn USING (kind, entity_id, source)"
                + " WHERE observed_at BETWEEN ? AND ? AND views IS NOT NULL"
                + " GROUP BY kind, entity_id, epoch_us(observed_at) // " + step.toMillis() * 1000 + " ORDER BY 1, 2, 3",
                row -> levels.computeIfAbsent(new EntityId(EntityKind.of(row.getString(1)), row.getString(2)),
                        id -> new ArrayList<>())
                        .add(new Reading.Level(MetricRepository.micros(row.getLong(3)), row.getLong(4))),
                MetricRepository.utc(from), MetricRepository.utc(to));
        return levels;
    }

    /// Readings of an entity in [`from`, `to`], newest first.
    List<Reading> newest(LakeSession session, EntityId entity, Instant from, Instant to, int limit, int offset) {
        String counters = Arrays.stream(COUNTERS).map(Counter::label).collect(Collectors.joining(", "));
        return query(session, "SELECT epoch_us(observed_at), source, " + counters + " FROM "
                + session.scan(Collected.OBSERVATION, from, to) + " WHERE kind = ? AND entity_id = ?"
                + " AND observed_at BETWEEN ? AND ? ORDER BY observed_at DESC, source, views DESC NULLS LAST LIMIT "
                + limit + " OFFSET "
                + offset, LevelRepository::reading, entity.kind().label(), entity.value(), MetricRepository.utc(from),
                MetricRepository.utc(to));
    }

    /// How many readings that are.
    long count(LakeSession session, EntityId entity, Instant from, Instant to) {
        return query(session, "SELECT count(*) FROM " + session.scan(Collected.OBSERVATION, from, to)
                + " WHERE kind = ? AND entity_id = ? AND observed_at BETWEEN ? AND ?", row -> row.getLong(1),
                entity.kind().label(), entity.value(), MetricRepository.utc(from), MetricRepository.utc(to)).getFirst();
    }

    /// Who read the entity how often, up to `at`. Sources named in `periodic` give totals of a period.
    List<Reading.Coverage> coverage(LakeSession session, EntityId entity, Instant at, Set<String> periodic) {
        return query(session, "SELECT source, count(*), epoch_us(min(observed_at)), epoch_us(max(observed_at)),"
                + " median(step)::BIGINT FROM (SELECT source, observed_at, epoch_us(observed_at)"
                + " - epoch_us(lag(observed_at) OVER (PARTITION BY source ORDER BY observed_at)) AS step FROM "
                + session.scan(Collected.OBSERVATION, Instant.EPOCH, at)
                + " WHERE kind = ? AND entity_id = ? AND observed_at <= ?) GROUP BY source ORDER BY source",
                row -> coverage(row, periodic), entity.kind().label(), entity.value(), MetricRepository.utc(at));
    }

    private static Reading.Coverage coverage(ResultSet row, Set<String> periodic) throws SQLException {
        long micros = row.getLong(5);
        Duration cadence = row.wasNull() ? null : Duration.ofSeconds(Math.round(micros / 1e6));
        return new Reading.Coverage(row.getString(1), row.getLong(2), MetricRepository.micros(row.getLong(3)),
                MetricRepository.micros(row.getLong(4)), cadence, !periodic.contains(row.getString(1)));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        for (int i = 0; i < COUNTERS.length; i++) {
            long count = row.getLong(3 + i);
            if (!row.wasNull()) {
                counts.put(COUNTERS[i], count);
            }
        }
        return new Reading(MetricRepository.micros(row.getLong(1)), row.getString(2), counts);
    }

    @FunctionalInterface
    private interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(LakeSession session, String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> results = new ArrayList<>();
                while (row.next()) {
                    results.add(reader.read(row));
                }
                return results;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("readings were not read", "lake", "The log has the statement.", cause);
    }
}
