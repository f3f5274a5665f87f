package dev.upswell.server.live.replay;

import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.Replays.Replay.Wanted;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Replays in the database. All calls run inside the caller's tenant transaction.
final class ReplayRepository {

    private ReplayRepository() {
    }

    /// An open replay and where it goes on.
    ///
    /// @param after the last answer that was read; null before the first
    record Open(Replay replay, @Nullable Place after) {
    }

    /// The place of an answer among the others.
    record Place(Instant answeredAt, String request) {
    }

    static Replay add(JdbcClient db, Wanted wanted, Instant now) {
        return db.sql("""
            insert into answer_replay (source, from_at, until_at, everything, asked_at) values (?, ?, ?, ?, ?)
            returning *""").param(wanted.source()).param(RowTime.utcOrNull(wanted.from()))
                .param(RowTime.utcOrNull(wanted.until()))
                .param(wanted.all()).param(RowTime.utcOrNull(now)).query((row, index) -> replay(row)).single();
    }

    static List<Replay> list(JdbcClient db, int limit, long offset) {
        return db.sql("select * from answer_replay order by asked_at desc, id limit ? offset ?").param(limit)
                .param(offset).query((row, index) -> replay(row)).list();
    }

    static long count(JdbcClient db) {
        return db.sql("select count(*) from answer_replay").query(Long.class).single();
    }

    static Optional<Replay> find(JdbcClient db, UUID id) {
        return db.sql("select * from answer_replay where id = ?").param(id).query((row, index) -> replay(row))
                .optional();
    }

    /// The open one that was asked for first.
    static Optional<Open> first(JdbcClient db) {
        return db.sql("select * from answer_replay where ended_at is null order by asked_at, id limit 1")
                .query((row, index) -> new Open(replay(row), place(row))).optional();
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        Instant at = instant(row, "after_at");
        return at == null ? null : new Place(at, row.getString("after_request"));
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(row.getObject("id", UUID.class),
                new Wanted(row.getString("source"), instant(row, "from_at"), instant(row, "until_at"),
                        row.getBoolean("everything")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getLong("answers"),
                row.getLong("stored"), row.getLong("observations"), row.getLong("remaining"), row.getLong("failed"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// What a step did.
    record Step(long answers, long stored, long observations, long left, long failed) {

        Step and(Step other) {
            return new Step(answers + other.answers, stored + other.stored, observations + other.observations,
                    left + other.left, failed + other.failed);
        }
    }

    /// Moves on behind the last answer that was read.
    static void move(JdbcClient db, UUID id, Place after, Step step) {
        db.sql("""
            update answer_replay set after_at = ?, after_request = ?, answers = answers + ?, stored = stored + ?,
                observations = observations + ?, remaining = remaining + ?, failed = failed + ? where id = ?""")
                .param(RowTime.utcOrNull(after.answeredAt())).params(after.request(), step.answers(), step.stored(),
                        step.observations(), step.left(), step.failed(), id)
                .update();
    }

    /// Nothing is left to read; returns how it ended.
    static Replay end(JdbcClient db, UUID id, Instant now) {
        return db.sql("update answer_replay set ended_at = ? where id = ? returning *").param(RowTime.utcOrNull(now))
                .param(id)
                .query((row, index) -> replay(row)).single();
    }

    /// Hashes of answers that have items in quarantine.
    static List<String> quarantined(JdbcClient db) {
        return db.sql("select distinct content_sha256 from quarantine where kept is null order by content_sha256")
                .query(String.class).list();
    }
}
