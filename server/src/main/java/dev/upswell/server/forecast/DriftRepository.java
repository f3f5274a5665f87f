package dev.upswell.server.forecast;

import dev.upswell.content.EntityKind;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `drift_report`, and the references of models. All calls run inside the caller's tenant transaction.
final class DriftRepository {

    private static final String COLUMNS = """
        select r.kind, r.horizon_hours, r.model_id, m.kind as family, m.state = 'ACTIVE' as serving, r.as_of, r.drifted,
        r.report, array(select f->>'feature' from jsonb_array_elements((select e.report->'features' from drift_report e
        where e.model_id = r.model_id order by e.as_of limit 1)) f where f->>'verdict' = 'DRIFTED') as always
        from drift_report r join model_record m on m.id = r.model_id\s""";

    /// How the training rows of this model were distributed; empty when it was not worked out yet.
    Optional<byte[]> reference(JdbcClient db, UUID model) {
        return db.sql("select drift_reference from model_record where id = ? and drift_reference is not null")
                .param(model).query(byte[].class).optional();
    }

    void keepReference(JdbcClient db, UUID model, byte[] reference) {
        db.sql("update model_record set drift_reference = ? where id = ?").param(reference).param(model).update();
    }

    /// Keeps a report; one of the same model and instant stays as it is.
    void insert(JdbcClient db, StoredDrift drift) {
        db.sql("""
            insert into drift_report (kind, horizon_hours, model_id, as_of, drifted, report)
            values (?, ?, ?, ?, ?, ?::jsonb) on conflict (tenant_id, model_id, as_of) do nothing""")
                .params(drift.task().kind().label(), drift.task().horizonHours(), drift.author().id(),
                        drift.asOf().atOffset(ZoneOffset.UTC), drift.drifted(), Json.write(drift.report()))
                .update();
    }

    /// The features that had drifted in the first report of this model, made when the world had hardly had time to change since
    /// its training; empty when it has none yet.
    Optional<Set<String>> always(JdbcClient db, UUID model) {
        return db.sql(COLUMNS + "where r.model_id = ? order by r.as_of limit 1").param(model)
                .query((row, index) -> drift(row).always()).optional();
    }

    /// The last reports of a task, the newest first.
    List<StoredDrift> list(JdbcClient db, ModelTask task, int limit, int offset) {
        return db.sql(COLUMNS + """
            where r.kind = ? and r.horizon_hours = ? order by r.as_of desc, r.created_at desc limit ? offset ?""")
                .params(task.kind().label(), task.horizonHours(), limit, offset)
                .query((row, index) -> drift(row)).list();
    }

    long count(JdbcClient db, ModelTask task) {
        return db.sql("select count(*) from drift_report where kind = ? and horizon_hours = ?")
                .params(task.kind().label(), task.horizonHours()).query(Long.class).single();
    }

    /// The last report of each task.
    List<StoredDrift> latest(JdbcClient db) {
        return db.sql(COLUMNS + """
            where r.id in (select distinct on (kind, horizon_hours) id from drift_report
            order by kind, horizon_hours, as_of desc, created_at desc) order by r.kind, r.horizon_hours""")
                .query((row, index) -> drift(row)).list();
    }

    private static StoredDrift drift(ResultSet row) throws SQLException {
        return new StoredDrift(new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")),
                new StoredDrift.Author(row.getObject("model_id", UUID.class), row.getString("family"),
                        row.getBoolean("serving")),
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getBoolean("drifted"),
                Json.read(row.getString("report"), DriftReport.class),
                Set.of((String[]) row.getArray("always").getArray()));
    }

    /// The mean squared error of a model's shown predictions at each cut whose outcomes are known by `asOf`, the oldest first.
    List<Double> errors(JdbcClient db, ModelTask task, UUID model, Instant asOf) {
        return db.sql("""
            select avg((p.probability - o.label::int) ^ 2) from prediction p join outcome o on o.kind = p.kind
            and o.entity_id = p.entity_id and o.cut = p.as_of and o.horizon_hours = p.horizon_hours
            where p.kind = ? and p.horizon_hours = ? and p.model_id = ? and o.known_at <= ?
            group by p.as_of order by p.as_of""")
                .params(task.kind().label(), task.horizonHours(), model, asOf.atOffset(ZoneOffset.UTC))
                .query(Double.class).list();
    }
}
