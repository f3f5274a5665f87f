package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.AbsenceWords;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.MetricValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/// Gathers computed rows and stages those that the lake does not hold already.
///
/// What came out as before is not written again, and a stored window that has no row any more is withdrawn, so computing
/// twice changes nothing.
final class MetricStageRepository implements AutoCloseable {

    private static final Metric[] METRICS = Metric.values();

    private final LakeSession session;
    private final DuckDBAppender appender;
    private final AbsenceWords words = new AbsenceWords();
    private final Map<EntityKind, String> labels = new EnumMap<>(EntityKind.class);
    private final Map<Basis, String> bases = new EnumMap<>(Basis.class);

    MetricStageRepository(LakeSession session) {
        this.session = session;
        session.createTable("fresh", MetricDataset.METRIC);
        this.appender = session.appender("fresh");
    }

    /// Adds a row.
    void add(MetricRow row) {
        MetricValues values = row.values();
        try {
            appender.beginRow().append(labels.computeIfAbsent(row.entity().kind(), EntityKind::label))
                    .append(row.entity().value()).append(row.window().label());
            appendTime(row.end());
            appender.append(row.isNew());
            appendBacking(row);
            for (Metric metric : METRICS) {
                if (values.has(metric)) {
                    appender.append(values.value(metric).getAsDouble());
                } else {
                    appender.appendNull();
                }
            }
            appender.append(words.write(values)).append(false).append(0L).endRow();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void appendBacking(MetricRow row) throws SQLException {
        var backing = row.backing();
        var basis = backing.basis();
        appender.append(backing.source()).append(basis == null ? null : bases.computeIfAbsent(basis, Basis::label))
                .append(backing.viewsFromVideos()).append(backing.coverage()).append(backing.provisional());
        appendTime(backing.lastReading());
        appender.append(backing.cadenceSeconds()).append(backing.definition()).append(backing.inputsHash());
    }

    private void appendTime(Instant instant) throws SQLException {
        appender.appendEpochMicros(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }

    /// Which windows of an entity were computed: those that end in [`from`, `to`].
    record Computed(Due due, Instant from, Instant to) {
    }

    /// Writes what differs from the lake as an invisible file.
    ///
    /// @param seq place among the computations, higher than that of every published one
    Optional<StagedFile> stage(Collection<Computed> computed, long seq) {
        try {
            appender.close();
            nameRanges(computed);
        } catch (SQLException e) {
            throw failure(e);
        }
        Instant from = computed.stream().map(Computed::from).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant to = computed.stream().map(Computed::to).max(Instant::compareTo).orElse(Instant.EPOCH);
        String all = MetricDataset.METRIC.columnList();
        String changes = storedRows(from, to) == 0 ? "SELECT * FROM fresh" : """
            SELECT %s FROM fresh EXCEPT SELECT %s FROM stored
            UNION ALL BY NAME
            SELECT kind, entity_id, window_length, window_end, true AS withdrawn FROM stored
            ANTI JOIN fresh USING (kind, entity_id, window_length, window_end)""".formatted(all, all);
        return session.stage(MetricDataset.METRIC,
                "SELECT * REPLACE (" + seq + "::BIGINT AS computed_seq) FROM (" + changes + ")");
    }

    /// Gathers the stored rows of the windows that were computed, in the form of fresh ones, and counts them.
    private long storedRows(Instant from, Instant to) {
        session.execute("CREATE OR REPLACE TEMP TABLE stored AS SELECT m.* REPLACE (0::BIGINT AS computed_seq) FROM "
                + MetricRepository.newestOf(session.scan(MetricDataset.METRIC, from, to),
                        ReadingRepository.within(session, "entity_id", "SELECT entity_id AS id FROM ranges")
                                + " AND (kind, entity_id) IN (SELECT (kind, entity_id) FROM ranges)")
                + " AS m JOIN ranges AS r USING (kind, entity_id)"
                + " WHERE window_end BETWEEN r.range_from AND r.range_to");
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM stored")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void nameRanges(Collection<Computed> computed) throws SQLException {
        session.execute("CREATE OR REPLACE TEMP TABLE ranges (kind VARCHAR, entity_id VARCHAR, range_from TIMESTAMP,"
                + " range_to TIMESTAMP)");
        try (DuckDBAppender ranges = session.appender("ranges")) {
            for (Computed one : computed) {
                var entity = one.due().entity();
                ranges.beginRow().append(entity.kind().label()).append(entity.value())
                        .append(MetricRepository.utc(one.from())).append(MetricRepository.utc(one.to())).endRow();
            }
        }
    }

    @Override
    public void close() {
        session.execute("DROP TABLE IF EXISTS stored");
        session.execute("DROP TABLE IF EXISTS fresh");
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("metric rows were not gathered", "DuckDB", "Check free disk space and memory.",
                cause);
    }
}
