package dev.upswell.server.improve;

import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `feature_review`. All calls run inside the caller's tenant transaction.
final class FeatureReviewRepository {

    /// Keeps a review, in place of one of the same model and instant.
    void put(JdbcClient db, FeatureReview review) {
        db.sql("""
            insert into feature_review (kind, horizon_hours, as_of, model_id, body) values (?, ?, ?, ?, ?::jsonb)
            on conflict (tenant_id, kind, horizon_hours, as_of) do update set model_id = excluded.model_id,
            body = excluded.body, created_at = clock_timestamp()""")
                .params(review.task().kind().label(), review.task().horizonHours(),
                        review.asOf().atOffset(ZoneOffset.UTC), review.model(), Json.write(review))
                .update();
    }

    /// The last reviews of a task, the newest first.
    List<FeatureReview> list(JdbcClient db, ModelTask task, int limit) {
        return db.sql("""
            select body from feature_review where kind = ? and horizon_hours = ? order by as_of desc limit ?""")
                .params(task.kind().label(), task.horizonHours(), limit)
                .query((row, index) -> Json.read(row.getString("body"), FeatureReview.class)).list();
    }
}
