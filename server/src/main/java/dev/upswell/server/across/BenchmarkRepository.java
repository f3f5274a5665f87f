package dev.upswell.server.across;

import dev.upswell.across.ClientFigures;
import dev.upswell.creative.DurationBucket;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `client_benchmark`. All calls run inside the caller's tenant transaction.
final class BenchmarkRepository {

    /// What a benchmark of a length was made from.
    record Edition(String industry, DurationBucket bucket, LocalDate quarter, List<ClientFigures> figures) {
    }

    private static final TypeReference<List<ClientFigures>> FIGURES = new TypeReference<>() {
    };

    /// The last edition of each length of an industry.
    List<Edition> last(JdbcClient db, String industry) {
        return db.sql("""
            select distinct on (bucket) industry, bucket, quarter, figures from client_benchmark where industry = ?
            order by bucket, quarter desc""").param(industry).query((row, index) -> edition(row)).list();
    }

    /// False when there is one of this quarter already.
    boolean keep(JdbcClient db, Edition one, String by, Instant now) {
        return db.sql("""
            insert into client_benchmark (industry, bucket, quarter, figures, made_by, made_at)
            values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""")
                .params(one.industry(), one.bucket().name(), one.quarter(), Json.write(one.figures()), by,
                        RowTime.utc(now))
                .update() == 1;
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getString("industry"), DurationBucket.valueOf(row.getString("bucket")),
                row.getObject("quarter", LocalDate.class), Json.read(row.getString("figures"), FIGURES));
    }
}
