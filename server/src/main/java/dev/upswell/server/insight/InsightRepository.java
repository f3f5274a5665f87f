package dev.upswell.server.insight;

import dev.upswell.forecast.explain.Dependence;
import dev.upswell.forecast.explain.FeatureImportance;
import dev.upswell.server.insight.ImportanceHistory.Training;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `model_importance` and `model_dependence`. All calls run inside the caller's tenant transaction.
final class InsightRepository {

    private record Row(String feature, int rank, double effect, double share, @Nullable Double gain, double missing,
            @Nullable Double cost) {
    }

    private record Curve(String feature, int place, Dependence body) {
    }

    /// Keeps what a model rests on, in place of what was kept of it.
    void put(JdbcClient db, UUID model, List<KeptImportance> importances, List<Dependence> dependences) {
        List<Row> rows = importances.stream().map(InsightRepository::row).toList();
        db.sql("delete from model_importance where model_id = ?").param(model).update();
        db.sql("""
            insert into model_importance (model_id, feature, rank, effect, share, gain, missing, cost_nanos)
            select ?, feature, rank, effect, share, gain, missing, cost from jsonb_to_recordset(?::jsonb) as r(feature text,
            rank int, effect float8, share float8, gain float8, missing float8, cost float8)""")
                .params(model, Json.write(rows)).update();
        List<Curve> curves = new ArrayList<>();
        dependences.forEach(one -> curves.add(new Curve(one.feature(), curves.size() + 1, one)));
        db.sql("delete from model_dependence where model_id = ?").param(model).update();
        db.sql("""
            insert into model_dependence (model_id, feature, place, body)
            select ?, feature, place, body from jsonb_to_recordset(?::jsonb) as r(feature text, place int, body jsonb)""")
                .params(model, Json.write(curves)).update();
    }

    private static Row row(KeptImportance kept) {
        FeatureImportance one = kept.importance();
        return new Row(one.feature(), one.rank(), one.effect(), one.share(), one.gain(), one.missing(),
                kept.costNanos());
    }

    /// The features of a model, the most important first.
    List<KeptImportance> importance(JdbcClient db, UUID model) {
        return db
                .sql("select feature, rank, effect, share, gain, missing, cost_nanos from model_importance"
                        + " where model_id = ? order by rank")
                .param(model)
                .query((row, index) -> kept(row)).list();
    }

    private static KeptImportance kept(ResultSet row) throws SQLException {
        return new KeptImportance(new FeatureImportance(row.getString("feature"), row.getInt("rank"),
                row.getDouble("effect"), row.getDouble("share"), row.getObject("gain", Double.class),
                row.getDouble("missing")), row.getObject("cost_nanos", Double.class));
    }

    /// The curves of a model, that of the most important feature first.
    List<Dependence> dependence(JdbcClient db, UUID model) {
        return db.sql("select body from model_dependence where model_id = ? order by place").param(model)
                .query((row, index) -> Json.read(row.getString("body"), Dependence.class)).list();
    }

    /// The last trainings of a family whose importance was kept, the oldest first.
    List<Training> trainings(JdbcClient db, ModelTask task, String family, int limit) {
        List<Training> newestFirst = db.sql("""
            select id, training_to, feature_set, state = 'ACTIVE' as serving from model_record m
            where entity_kind = ? and horizon_hours = ? and kind = ?
            and exists (select 1 from model_importance i where i.model_id = m.id)
            order by training_to desc, created_at desc limit ?""")
                .params(task.kind().label(), task.horizonHours(), family, limit)
                .query((row, index) -> new Training(row.getObject("id", UUID.class),
                        row.getObject("training_to", OffsetDateTime.class).toInstant(), row.getString("feature_set"),
                        row.getBoolean("serving")))
                .list();
        List<Training> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
