package dev.upswell.server.live.sweep;

import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
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

/// Dead letters in the database. All calls run inside the caller's tenant transaction.
final class DeadLetterRepository {

    private static final String UNSTORABLE = "unstorable";
    private static final int LONGEST_BODY = 1 << 20;
    /// Without whole bodies, each of which may have millions of characters.
    private static final String LISTED = """
        select id, source, subject, page, reason, detail, left(body, 2000) as body, tries, died_at from dead_letter
        """;

    private static final String MEANT = """
        where (? = '' or source = ?) and (? = '' or reason = ?)
        and (cast(? as timestamptz) is null or died_at >= cast(? as timestamptz))
        and (cast(? as timestamptz) is null or died_at < cast(? as timestamptz))""";

    /// What a replay takes up.
    ///
    /// @param sweep that is opened again; null for an answer that could not be stored
    record Parked(DeadLetter letter, @Nullable UUID sweep) {
    }

    /// The request for the sweep's next page failed for good.
    ///
    /// @param body what came last; null when nothing did
    void addRequest(JdbcClient db, Sweep sweep, String reason, String detail, @Nullable String body, int tries,
            Instant now) {
        db.sql("""
            insert into dead_letter (sweep_id, source, subject, page, reason, detail, body, tries, died_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""").param(sweep.id()).param(sweep.watch().source())
                .param(sweep.about()).param(sweep.page()).param(reason).param(detail)
                .param(body == null ? null : storable(body)).param(tries).param(RowTime.utcOrNull(now)).update();
    }

    /// This answer could not be stored; it leaves the inbox.
    void addAnswer(JdbcClient db, KeptAnswer answer, String detail, Instant now) {
        db.sql("delete from answer_inbox where id = ?").param(answer.request()).update();
        db.sql("""
            insert into dead_letter (id, source, subject, page, reason, detail, format, body, tries, answered_at, died_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)""")
                .params(answer.request(), answer.source(), answer.subject(),
                        answer.page(), UNSTORABLE, detail, answer.format().label(), answer.body())
                .param(RowTime.utcOrNull(answer.answeredAt())).param(RowTime.utcOrNull(now)).update();
    }

    /// PostgreSQL cannot hold NUL, and a body that is no answer need not be whole.
    private static String storable(String body) {
        String cut = body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY) + "…";
        return cut.replace('\0', '\uFFFD');
    }

    List<DeadLetter> list(JdbcClient db, DeadLetters.Filter filter, int limit, long offset) {
        return meant(db, LISTED + MEANT + " order by died_at desc, id limit ? offset ?", filter).param(limit)
                .param(offset).query((row, index) -> letter(row)).list();
    }

    private static JdbcClient.StatementSpec meant(JdbcClient db, String sql, DeadLetters.Filter filter) {
        Instant from = filter.from();
        Instant until = filter.until();
        return db.sql(sql).params(filter.source(), filter.source(), filter.reason(), filter.reason())
                .param(from == null ? null : RowTime.utcOrNull(from))
                .param(from == null ? null : RowTime.utcOrNull(from))
                .param(until == null ? null : RowTime.utcOrNull(until))
                .param(until == null ? null : RowTime.utcOrNull(until));
    }

    List<DeadLetter> beginningWith(JdbcClient db, String start, int limit) {
        return db.sql(LISTED + "where starts_with(id::text, lower(?)) order by id limit ?").param(start).param(limit)
                .query((row, index) -> letter(row)).list();
    }

    /// The letter with its whole body; empty when there is none.
    Optional<DeadLetter> whole(JdbcClient db, UUID id) {
        return db.sql("select * from dead_letter where id = ?").param(id).query((row, index) -> letter(row))
                .optional();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(row.getObject("id", UUID.class), row.getString("source"), row.getString("subject"),
                row.getInt("page"), row.getString("reason"), row.getString("detail"), row.getString("body"),
                row.getInt("tries"), row.getObject("died_at", OffsetDateTime.class).toInstant());
    }

    long count(JdbcClient db, DeadLetters.Filter filter) {
        return meant(db, "select count(*) from dead_letter " + MEANT, filter).query(Long.class).single();
    }

    /// Locks the letter and tells what a replay takes up; empty when there is none.
    Optional<Parked> find(JdbcClient db, UUID id) {
        return db.sql("select * from dead_letter where id = ? for update").param(id)
                .query((row, index) -> new Parked(letter(row), row.getObject("sweep_id", UUID.class))).optional();
    }

    /// Puts an answer that could not be stored back into the inbox.
    void unpark(JdbcClient db, UUID id) {
        db.sql("""
            insert into answer_inbox (id, source, format, subject, page, body, answered_at)
            select id, source, format, subject, page, body, answered_at from dead_letter
            where id = ? and sweep_id is null""").param(id).update();
    }

    /// The letter that was removed; empty when there was none.
    Optional<DeadLetter> remove(JdbcClient db, UUID id) {
        return db.sql("delete from dead_letter where id = ? returning *").param(id)
                .query((row, index) -> letter(row)).optional();
    }
}
