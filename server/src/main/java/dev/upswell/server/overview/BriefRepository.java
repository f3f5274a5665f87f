package dev.upswell.server.overview;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `published_search`. All calls run inside the caller's tenant transaction.
final class BriefRepository {

    /// A search that is published.
    record Row(UUID run, String by, Instant at) {
    }

    /// The one that was published last first.
    List<Row> list(JdbcClient db) {
        return db.sql(
                "select run_id, published_by, published_at from published_search order by published_at desc, run_id")
                .query((row, index) -> new Row(row.getObject("run_id", UUID.class), row.getString("published_by"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Publishes a search; one that is published stays as it is.
    void publish(JdbcClient db, UUID run, String by, Instant now) {
        db.sql("insert into published_search (run_id, published_by, published_at) values (?, ?, ?) on conflict do nothing")
                .params(run, by, RowTime.utc(now)).update();
    }

    void withdraw(JdbcClient db, UUID run) {
        db.sql("delete from published_search where run_id = ?").param(run).update();
    }
}
