package dev.upswell.server.forecast;

import dev.upswell.content.EntityKind;
import dev.upswell.server.forecast.BacktestRun.Attempt;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `backtest_run`. All calls run inside the caller's tenant transaction.
final class BacktestRepository {

    private static final String SELECT = "select id, kind, horizon_hours, settings, report, state, problem, created_at from backtest_run ";

    /// Adds a run that begins now.
    UUID begin(JdbcClient db, ModelTask task, BacktestRequest settings) {
        return db.sql("""
            insert into backtest_run (kind, horizon_hours, settings, state) values (?, ?, ?::jsonb, 'RUNNING')
            returning id""").params(task.kind().label(), task.horizonHours(), Json.write(settings)).query(UUID.class)
                .single();
    }

    /// Ends a run with its result.
    ///
    /// @param predictions the predictions behind it, as CSV compressed with gzip
    void done(JdbcClient db, UUID id, BacktestSummary report, byte[] predictions) {
        db.sql("""
            update backtest_run set state = 'DONE', report = ?::jsonb, predictions = ?, problem = null, created_at = clock_timestamp()
            where id = ?""")
                .param(Json.write(report)).param(predictions).param(id).update();
    }

    /// Ends a run without one.
    void failed(JdbcClient db, UUID id, String problem) {
        db.sql("""
            update backtest_run set state = 'FAILED', problem = ?, created_at = clock_timestamp()
            where id = ? and state = 'RUNNING'""").param(problem).param(id).update();
    }

    /// Ends all runs that are said to be at work. Only under the lock that makes one process run backtests.
    void failAll(JdbcClient db, String problem) {
        db.sql("update backtest_run set state = 'FAILED', problem = ? where state = 'RUNNING'").param(problem).update();
    }

    boolean anyRunning(JdbcClient db) {
        return db.sql("select exists (select from backtest_run where state = 'RUNNING')").query(Boolean.class).single();
    }

    /// All runs, the newest first.
    ///
    /// @param state `RUNNING`, `DONE` or `FAILED`; empty for all
    List<Attempt> list(JdbcClient db, String state, int limit, int offset) {
        return db.sql(SELECT + "where state like ? order by created_at desc, id limit ? offset ?")
                .params(pattern(state), limit, offset).query((row, index) -> attempt(row)).list();
    }

    long count(JdbcClient db, String state) {
        return db.sql("select count(*) from backtest_run where state like ?").param(pattern(state)).query(Long.class)
                .single();
    }

    Optional<Attempt> find(JdbcClient db, UUID id) {
        return db.sql(SELECT + "where id = ?").param(id).query((row, index) -> attempt(row)).optional();
    }

    /// The newest run of this task with a result.
    Optional<BacktestRun> latest(JdbcClient db, ModelTask task) {
        return db.sql(
                SELECT + "where kind = ? and horizon_hours = ? and state = 'DONE' order by created_at desc, id limit 1")
                .params(task.kind().label(), task.horizonHours())
                .query((row, index) -> run(row)).optional();
    }

    /// This run, which has a result.
    BacktestRun ended(JdbcClient db, UUID id) {
        return db.sql(SELECT + "where id = ?").param(id).query((row, index) -> run(row)).single();
    }

    /// The predictions behind a run, as they were given to [#done]; empty when it has none.
    Optional<byte[]> predictions(JdbcClient db, UUID id) {
        return db.sql("select predictions from backtest_run where id = ? and predictions is not null").param(id)
                .query(byte[].class).optional();
    }

    private static String pattern(String state) {
        return state.isEmpty() ? "%" : state;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        BacktestRequest settings = Json.read(row.getString("settings"), BacktestRequest.class);
        return switch (row.getString("state")) {
            case "DONE" -> new BacktestRun.Done(run(row));
            case "FAILED" ->
                new BacktestRun.Failed(id, task(row), settings, instant(row, "created_at"), row.getString("problem"));
            default -> new BacktestRun.Running(id, task(row), settings, instant(row, "created_at"));
        };
    }

    private static BacktestRun run(ResultSet row) throws SQLException {
        return new BacktestRun(row.getObject("id", UUID.class), task(row),
                Json.read(row.getString("settings"), BacktestRequest.class),
                Json.read(row.getString("report"), BacktestSummary.class), instant(row, "created_at"));
    }

    private static ModelTask task(ResultSet row) throws SQLException {
        return new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
