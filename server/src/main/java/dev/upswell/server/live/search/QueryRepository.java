package dev.upswell.server.live.search;

import dev.upswell.server.postgres.RowTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `live_query`: one for each query that was put to a source. All calls run inside the caller's tenant transaction.
final class QueryRepository {

    /// How long a query that failed is not put again.
    static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    /// When a query was put last, and what came of it.
    ///
    /// @param outcome null while the answer is out, or was cut off
    /// @param answeredAt null with it
    /// @param toldBy under which name the answer is kept; null where nothing was told
    record Put(String query, Instant askedAt, @Nullable Outcome outcome, @Nullable Instant answeredAt,
            @Nullable String toldBy, List<String> videos) {

        /// Whether the query is not to be put again yet.
        boolean stands(Duration fresh, Instant now) {
            Instant failedAt = outcome == Outcome.FAILED ? answeredAt : null;
            return failedAt == null
                    ? askedAt.isAfter(now.minus(fresh))
                    : failedAt.isAfter(now.minus(AFTER_FAILURE));
        }
    }

    /// What came of a query.
    enum Outcome {
        ANSWERED,
        FAILED
    }

    /// What is known of these queries, by their words; without those that were never put.
    Map<String, Put> list(JdbcClient db, String source, Collection<String> queries) {
        return db.sql("select * from live_query where source = ? and query = any(?)").param(source)
                .param(queries.toArray(String[]::new)).query((row, index) -> put(row)).list().stream()
                .collect(Collectors.toMap(Put::query, Function.identity()));
    }

    private static Put put(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        Array videos = row.getArray("videos");
        return new Put(row.getString("query"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome), answered == null ? null : answered.toInstant(),
                row.getString("told_by"), List.of((String[]) videos.getArray()));
    }

    /// Takes the putting of a query on: from now on nobody else puts it. False, and nothing changes, where it was put meanwhile.
    boolean claim(JdbcClient db, String source, String query, UUID request, Duration fresh, Instant now) {
        return db
                .sql("""
                    insert into live_query (source, query, request_id, asked_at) values (?, ?, ?, ?)
                    on conflict (tenant_id, source, query) do update set request_id = excluded.request_id,
                        asked_at = excluded.asked_at, outcome = null, answered_at = null, told_by = null, videos = '{}'
                    where case when live_query.outcome = 'FAILED' then live_query.answered_at <= ? else live_query.asked_at <= ? end""")
                .params(source, query, request, RowTime.utc(now), RowTime.utc(now.minus(AFTER_FAILURE)),
                        RowTime.utc(now.minus(fresh)))
                .update() == 1;
    }

    /// Keeps what a query was answered.
    void answered(JdbcClient db, UUID request, String toldBy, List<String> videos, Instant now) {
        db.sql("update live_query set outcome = 'ANSWERED', answered_at = ?, told_by = ?, videos = ? where request_id = ?")
                .param(RowTime.utc(now)).param(toldBy).param(videos.toArray(String[]::new)).param(request).update();
    }

    /// Keeps that a query was not answered.
    void failed(JdbcClient db, UUID request, Instant now) {
        db.sql("update live_query set outcome = 'FAILED', answered_at = ? where request_id = ?").param(RowTime.utc(now))
                .param(request).update();
    }
}
