package dev.upswell.server.registry;

import dev.upswell.content.EntityKind;
import dev.upswell.learn.ModelRecord;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `model_record`. All calls run inside the caller's tenant transaction.
///
/// The number of training rows and of positives among them is kept with the metrics, under names of its own.
final class ModelRepository {

    private static final String ROWS = "trainingRows";
    private static final String POSITIVES = "trainingPositives";

    private static final String COLUMNS = """
        select id, state, entity_kind, horizon_hours, shadow_from, kind, training_from, training_to, dataset_hash, feature_set, settings, seed,
        metrics, code_version, artefact_sha256, notes, created_at from model_record\s""";

    /// Adds a candidate and returns its id.
    UUID insert(JdbcClient db, NewModel model) {
        ModelRecord record = model.record();
        NewModel.Reference reference = model.driftReference();
        Map<String, Double> metrics = new TreeMap<>(record.metrics());
        metrics.put(ROWS, (double) record.rows());
        metrics.put(POSITIVES, (double) record.positives());
        return db.sql("""
            insert into model_record (kind, entity_kind, horizon_hours, training_from, training_to, dataset_hash,
            feature_set, settings, seed, metrics, code_version, artefact, artefact_sha256, notes, drift_reference)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?) returning id""")
                .params(Arrays.asList(record.kind(), model.task().kind().label(), model.task().horizonHours(),
                        RowTime.utc(record.trainingFrom()), RowTime.utc(record.trainingTo()),
                        record.datasetHash(), record.featureSet(), Json.write(record.settings()), record.seed(),
                        Json.write(metrics), record.codeVersion(), model.artefact(), record.artefactHash(),
                        Json.write(model.notes()), reference == null ? null : reference.bytes()))
                .query(UUID.class).single();
    }

    /// All models, the newest first.
    List<RegisteredModel> list(JdbcClient db) {
        return db.sql(COLUMNS + " order by created_at desc, kind, id").query((row, index) -> model(row)).list();
    }

    Optional<RegisteredModel> find(JdbcClient db, UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query((row, index) -> model(row)).optional();
    }

    /// The model that gives predictions.
    Optional<RegisteredModel> active(JdbcClient db, ModelTask task) {
        return db.sql(COLUMNS + "where state = 'ACTIVE' and entity_kind = ? and horizon_hours = ?")
                .param(task.kind().label()).param(task.horizonHours())
                .query((row, index) -> model(row)).optional();
    }

    /// Up to when the latest training of the task knew the world whose model was offered to serve; empty before the first.
    Optional<Instant> lastOffered(JdbcClient db, ModelTask task) {
        return db.sql("select max(training_to) as at from model_record where state <> 'CANDIDATE'"
                + " and entity_kind = ? and horizon_hours = ?").param(task.kind().label()).param(task.horizonHours())
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    byte[] artefact(JdbcClient db, UUID id) {
        return db.sql("select artefact from model_record where id = ? and artefact is not null").param(id)
                .query(byte[].class).single();
    }

    /// The models of a task that are on their way to serve, the oldest first.
    List<RegisteredModel> challengers(JdbcClient db, ModelTask task) {
        return db.sql(COLUMNS + """
            where state in ('SHADOW', 'AWAITING_APPROVAL') and entity_kind = ? and horizon_hours = ?
            order by created_at, id""").param(task.kind().label()).param(task.horizonHours())
                .query((row, index) -> model(row)).list();
    }

    /// Lets the model step from the state it was read in into another.
    ///
    /// **errors** an [IllegalStateException] when it was in that state no longer.
    void step(JdbcClient db, RegisteredModel model, ModelState to) {
        int stepped = db.sql("update model_record set state = ? where id = ? and state = ?").param(to.name())
                .param(model.id()).param(model.state().name()).update();
        if (stepped != 1) {
            throw new IllegalStateException("model (" + model.id() + ") must be " + model.state() + " to become " + to
                    + "\nMaybe another process changed it without the registry's lock.");
        }
    }

    /// Sets the cut from which the shadow predictions of a model count.
    void shadowFrom(JdbcClient db, UUID id, Instant from) {
        db.sql("update model_record set shadow_from = ? where id = ?").param(RowTime.utc(from)).param(id).update();
    }

    private static RegisteredModel model(ResultSet row) throws SQLException {
        Map<String, Double> metrics = new TreeMap<>(
                Json.read(row.getString("metrics"), new TypeReference<Map<String, Double>>() {
                }));
        Double rows = metrics.remove(ROWS);
        Double positives = metrics.remove(POSITIVES);
        Map<String, String> settings = Json.read(row.getString("settings"), new TypeReference<Map<String, String>>() {
        });
        List<String> notes = Json.read(row.getString("notes"), new TypeReference<List<String>>() {
        });
        String kind = row.getString("kind");
        String artefact = row.getString("artefact_sha256");
        ModelRecord record = new ModelRecord(kind + "-" + artefact.substring(0, 16), kind,
                instant(row, "training_from"),
                instant(row, "training_to"), count(rows), count(positives), row.getString("dataset_hash"),
                row.getString("feature_set"), settings, row.getLong("seed"), metrics, row.getString("code_version"),
                String.join(" ", notes), artefact);
        OffsetDateTime shadowFrom = row.getObject("shadow_from", OffsetDateTime.class);
        return new RegisteredModel(row.getObject("id", UUID.class), ModelState.valueOf(row.getString("state")),
                new ModelTask(EntityKind.of(row.getString("entity_kind")), row.getInt("horizon_hours")),
                shadowFrom == null ? null : shadowFrom.toInstant(), record, notes, instant(row, "created_at"));
    }

    private static int count(@Nullable Double stored) {
        if (stored == null) {
            throw new IllegalStateException("model record must say how many rows it learned from\nMaybe another "
                    + "program wrote it.");
        }
        return stored.intValue();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
