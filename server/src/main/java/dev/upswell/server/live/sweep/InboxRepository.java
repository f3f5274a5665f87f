package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.suppress.SuppressionRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers that wait to be stored. All calls run inside the caller's tenant transaction.
public final class InboxRepository {

    /// Puts an answer behind those that wait, without items about whom was erased.
    public void put(JdbcClient db, KeptAnswer answer) {
        db.sql("""
            insert into answer_inbox (id, source, format, subject, page, body, answered_at)
            values (?, ?, ?, ?, ?, ?, ?)""").params(answer.request(), answer.source(), answer.format().label(),
                answer.subject(), answer.page(), SuppressionRepository.current(db).without(answer.body()))
                .param(RowTime.utcOrNull(answer.answeredAt())).update();
    }

    /// The first answers in the order of their coming: at most so many, and no more than the first behind so many characters.
    List<KeptAnswer> first(JdbcClient db, int most, long characters) {
        return db.sql("""
            select * from (select *, sum(length(body)) over (order by seq) - length(body) as before
                from (select * from answer_inbox order by seq limit ?) head) counted
            where before < ? order by seq""").param(most).param(characters).query((row, index) -> answer(row)).list();
    }

    /// Those of these answers that wait here still, in their order.
    List<KeptAnswer> left(JdbcClient db, List<KeptAnswer> answers) {
        Set<UUID> waiting = Set.copyOf(db.sql("select id from answer_inbox where id = any(?)")
                .param(answers.stream().map(KeptAnswer::request).toArray(UUID[]::new)).query(UUID.class).list());
        return answers.stream().filter(answer -> waiting.contains(answer.request())).toList();
    }

    /// Whether the answer to this request waits here.
    boolean has(JdbcClient db, UUID request) {
        return db.sql("select exists (select from answer_inbox where id = ?)").param(request).query(Boolean.class)
                .single();
    }

    /// Under which name the answer to this request will be stored; empty when it does not wait here.
    Optional<String> name(JdbcClient db, UUID request) {
        return db.sql("select source from answer_inbox where id = ?").param(request).query(String.class).optional();
    }

    private static KeptAnswer answer(ResultSet row) throws SQLException {
        String format = row.getString("format");
        return new KeptAnswer(row.getObject("id", UUID.class), row.getString("source"),
                FileFormat.find(format).orElseThrow(() -> new IllegalStateException(
                        "format (" + format + ") must be a known one\nMaybe a newer version wrote it.")),
                row.getString("subject"), row.getInt("page"), row.getString("body"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    /// Takes these answers out.
    ///
    /// **errors** a retryable [StoreException] when one is gone already, for then another process stored it.
    void remove(JdbcClient db, List<KeptAnswer> answers) {
        int removed = db.sql("delete from answer_inbox where id = any(?)")
                .param(answers.stream().map(KeptAnswer::request).toArray(UUID[]::new)).update();
        if (removed != answers.size()) {
            throw StoreException.retryable("another process stored the same answers meanwhile", "answer_inbox",
                    "Try again: what is stored already is not stored twice.", null);
        }
    }
}
