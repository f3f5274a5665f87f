package dev.upswell.server.trend;

import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.MetricValues;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

    MetricStageRepository(LakeSession session) {
        this.session = session;
        session.createTable("fresh", MetricDataset.METRIC);
        this.appender = session.appender("fresh");
    }

    /// Adds a row.
    void add(MetricRow row) {
        MetricValues values = row.values();
        try {
            appender.beginRow().append(row.entity().kind().label()).append(row.entity().value())
                    .append(row.window().label()).append(MetricRepository.utc(row.end())).append(row.isNew());
            appendBacking(row);
            for (Metric metric : METRICS) {
                if (values.has(metric)) {
                    appender.append(values.value(metric).orElseThrow());
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
        appender.append(backing.source()).append(basis == null ? null : basis.label()).append(backing.viewsFromVideos())
                .append(backing.coverage()).append(backing.provisional())
                .append(MetricRepository.utc(backing.lastReading())).append(backing.cadenceSeconds())
                .append(backing.definition()).append(backing.inputsHash());
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
        session.execute("CREATE OR REPLACE TEMP VIEW stored AS SELECT m.* REPLACE (0::BIGINT AS computed_seq) FROM "
                + MetricRepository.newestOf(session.scan(MetricDataset.METRIC, from, to),
                        "(kind, entity_id) IN (SELECT (kind, entity_id) FROM ranges)")
                + " AS m JOIN ranges AS r USING (kind, entity_id)"
                + " WHERE window_end BETWEEN r.range_from AND r.range_to");
        String columns = MetricDataset.METRIC.columnList();
        return session.stage(MetricDataset.METRIC, """
                SELECT * REPLACE (%d::BIGINT AS computed_seq) FROM (
                    SELECT %s FROM fresh EXCEPT SELECT %s FROM stored
                UNION ALL BY NAME
                    SELECT kind, entity_id, window_length, window_end, true AS withdrawn FROM stored
                    ANTI JOIN fresh USING (kind, entity_id, window_length, window_end))
                """.formatted(seq, columns, columns));
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
        session.execute("DROP TABLE IF EXISTS fresh");
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("metric rows were not gathered", "DuckDB", "Check free disk space and memory.",
                cause);
    }
}
