package dev.upswell.server.contest;

import dev.upswell.recommend.RankingColumns;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `ranker_model`. All calls run inside the caller's tenant transaction.
final class RankerRepository {

    /// Where a model came from.
    record Origin(String datasetHash, long seed, String codeVersion) {
    }

    /// Keeps a ranker. One that came out the same again is newly trained and judged; where it was promoted, it goes on serving.
    void keep(JdbcClient db, LearntRanker ranker, byte[] artefact, Origin origin) {
        db.sql("""
            insert into ranker_model (id, trained_at, requests, people, dataset_hash, columns_version, seed, code_version,
                artefact, judged, wins, learnt_from)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (tenant_id, id) do update set trained_at = excluded.trained_at, requests = excluded.requests,
                people = excluded.people, dataset_hash = excluded.dataset_hash, code_version = excluded.code_version,
                judged = excluded.judged, learnt_from = excluded.learnt_from, wins = excluded.wins or ranker_model.promoted_at is not null""")
                .params(ranker.id(), RowTime.utc(ranker.trainedAt()), ranker.requests(), ranker.people(),
                        origin.datasetHash(), RankingColumns.VERSION, origin.seed(), origin.codeVersion(), artefact,
                        Json.write(ranker.judged()), ranker.wins(), ranker.learntFrom().name())
                .update();
    }

    /// All, the last trained first.
    List<LearntRanker> list(JdbcClient db) {
        return db.sql("""
            select id, trained_at, learnt_from, requests, people, judged, wins, promoted_at from ranker_model
            order by trained_at desc, id""").query((row, index) -> ranker(row)).list();
    }

    /// The trees of a ranker that reads today's columns and was better than the formula; empty when there is none of this id.
    Optional<byte[]> artefact(JdbcClient db, String id) {
        return db.sql("select artefact from ranker_model where id = ? and columns_version = ? and wins")
                .params(id, RankingColumns.VERSION).query(byte[].class).optional();
    }

    /// Lets a ranker serve.
    ///
    /// @return whether it did not before
    boolean promote(JdbcClient db, String id, Instant at, String by) {
        return db.sql("""
            update ranker_model set promoted_at = ?, promoted_by = ? where id = ? and wins and promoted_at is null""")
                .params(RowTime.utc(at), by, id).update() == 1;
    }

    private static LearntRanker ranker(ResultSet row) throws SQLException {
        OffsetDateTime promoted = row.getObject("promoted_at", OffsetDateTime.class);
        return new LearntRanker(row.getString("id"), row.getObject("trained_at", OffsetDateTime.class).toInstant(),
                LearntRanker.From.valueOf(row.getString("learnt_from")), row.getInt("requests"), row.getInt("people"),
                Json.read(row.getString("judged"), LearntRanker.Judged.class), row.getBoolean("wins"),
                promoted == null ? null : promoted.toInstant());
    }
}
