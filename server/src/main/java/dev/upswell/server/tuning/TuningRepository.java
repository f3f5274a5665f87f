package dev.upswell.server.tuning;

import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.tune.TuningReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `tuning`. All calls run inside the caller's tenant transaction.
final class TuningRepository {

    private static final String COLUMNS = """
        select id, kind, horizon_hours, seed, settings, report, code_version, created_at from tuning\s""";

    UUID insert(JdbcClient db, ModelTask task, long seed, TuningReport report, String codeVersion) {
        return db.sql("""
            insert into tuning (kind, horizon_hours, as_of, seed, adopted, settings, report, code_version)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning id""")
                .params(task.kind().label(), task.horizonHours(), RowTime.utc(report.knownBy()), seed, report.adopted(),
                        Json.write(TunedSettings.of(report)), Json.write(report), codeVersion)
                .query(UUID.class).single();
    }

    Optional<StoredTuning> find(JdbcClient db, UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query((row, index) -> tuning(row)).optional();
    }

    /// The newest search of a task that knew nothing later than an instant.
    Optional<StoredTuning> latest(JdbcClient db, ModelTask task, Instant knownBy) {
        return db.sql(COLUMNS + """
            where kind = ? and horizon_hours = ? and as_of <= ? order by as_of desc, created_at desc, id limit 1""")
                .params(task.kind().label(), task.horizonHours(), RowTime.utc(knownBy))
                .query((row, index) -> tuning(row)).optional();
    }

    /// All searches, the newest first.
    List<StoredTuning> list(JdbcClient db) {
        return db.sql(COLUMNS + "order by created_at desc, id").query((row, index) -> tuning(row)).list();
    }

    private static StoredTuning tuning(ResultSet row) throws SQLException {
        return new StoredTuning(row.getObject("id", UUID.class),
                new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")), row.getLong("seed"),
                Json.read(row.getString("settings"), TunedSettings.class),
                Json.read(row.getString("report"), TuningReport.class), row.getString("code_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
