package dev.upswell.server.forecast;

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

    private static final String SELECT = "select id, settings, report, created_at from backtest_run ";

    UUID insert(JdbcClient db, BacktestRequest settings, BacktestSummary report) {
        return db.sql("insert into backtest_run (settings, report) values (?::jsonb, ?::jsonb) returning id")
                .param(Json.write(settings)).param(Json.write(report)).query(UUID.class).single();
    }

    /// All runs, the newest first.
    List<BacktestRun> list(JdbcClient db, int limit, int offset) {
        return db.sql(SELECT + "order by created_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> run(row)).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from backtest_run").query(Long.class).single();
    }

    Optional<BacktestRun> latest(JdbcClient db) {
        return list(db, 1, 0).stream().findFirst();
    }

    private static BacktestRun run(ResultSet row) throws SQLException {
        return new BacktestRun(row.getObject("id", UUID.class),
                Json.read(row.getString("settings"), BacktestRequest.class),
                Json.read(row.getString("report"), BacktestSummary.class), instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
