package dev.upswell.server.overview;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what sources were asked from table `source_request`. All calls run inside the caller's tenant transaction.
final class CostRepository {

    /// What was asked from this instant on, by source.
    List<Cost.Asked> asked(JdbcClient db, Instant from) {
        return db.sql("select source, count(*) as requests, sum(charged) as charged from source_request"
                + " where asked_at >= ? group by source order by source").param(RowTime.utc(from))
                .query((row, index) -> {
                    long charged = row.getLong("charged");
                    return new Cost.Asked(row.getString("source"), row.getLong("requests"),
                            row.wasNull() ? null : Long.valueOf(charged));
                }).list();
    }
}
