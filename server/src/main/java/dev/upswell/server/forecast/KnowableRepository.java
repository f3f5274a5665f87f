package dev.upswell.server.forecast;

import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.simulate.judge.Knowable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Column `knowable` of table `backtest_run`. All calls run inside the caller's tenant transaction.
final class KnowableRepository {

    /// Keeps what this run found of the knowable, in place of what was kept before.
    void keep(JdbcClient db, UUID run, Knowable knowable) {
        db.sql("update backtest_run set knowable = ?::jsonb where id = ?").param(Json.write(knowable)).param(run)
                .update();
    }

    /// What the newest run of this task with a result found; empty when it was not judged beside an oracle.
    Optional<Knowable> latest(JdbcClient db, ModelTask task) {
        return db
                .sql("""
                    select coalesce(knowable::text, '') from backtest_run where state = 'DONE' and kind = ? and horizon_hours = ?
                    order by created_at desc, id limit 1""")
                .params(task.kind().label(), task.horizonHours()).query(String.class).optional()
                .filter(json -> !json.isEmpty())
                .map(json -> Json.read(json, Knowable.class));
    }
}
