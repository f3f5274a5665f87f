package dev.upswell.server.reach;

import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.forecast.reach.ReachTrainer;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `reach_model`. All calls run inside the caller's tenant transaction.
final class ReachModelRepository {

    private static final String COLUMNS = """
        select id, target_hours, settled, trained_at, videos, dataset_hash, feature_set, seed, code_version, judged
        from reach_model """;

    /// Keeps a model; one that is known already stays as it is.
    void keep(JdbcClient db, ReachTrainer.Trained model, ReachTarget target) {
        db.sql("""
            insert into reach_model (id, target_hours, settled, trained_at, videos, dataset_hash, feature_set, seed,
            code_version, artefact) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(model.id(), target.age().toHours(), target.settled(), RowTime.utc(model.trainedAt()),
                        model.videos(),
                        model.datasetHash(), model.featureSet(), model.seed(), model.codeVersion(), model.artefact())
                .update();
    }

    /// The model that knew most by this time; empty when there was none.
    Optional<KeptModel> latest(JdbcClient db, Instant by) {
        return db.sql(COLUMNS + " where trained_at <= ? order by trained_at desc, created_at desc, id limit 1")
                .param(RowTime.utc(by)).query((row, index) -> model(row)).optional();
    }

    /// All models, the newest knowledge first.
    List<KeptModel> list(JdbcClient db) {
        return db.sql(COLUMNS + " order by trained_at desc, created_at desc, id").query((row, index) -> model(row))
                .list();
    }

    byte[] artefact(JdbcClient db, String id) {
        return db.sql("select artefact from reach_model where id = ?").param(id).query(byte[].class).single();
    }

    void judged(JdbcClient db, String id, KeptModel.Judgement judgement) {
        db.sql("update reach_model set judged = ?::jsonb where id = ?").params(Json.write(judgement), id).update();
    }

    private static KeptModel model(ResultSet row) throws SQLException {
        String judged = row.getString("judged");
        return new KeptModel(row.getString("id"),
                new ReachTarget(Duration.ofHours(row.getInt("target_hours")), row.getBoolean("settled")),
                row.getObject("trained_at", OffsetDateTime.class).toInstant(), row.getInt("videos"),
                row.getString("dataset_hash"), row.getString("feature_set"), row.getLong("seed"),
                row.getString("code_version"),
                judged == null ? null : Json.read(judged, KeptModel.Judgement.class));
    }
}
