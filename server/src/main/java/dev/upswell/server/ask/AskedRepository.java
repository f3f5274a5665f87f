package dev.upswell.server.ask;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `asked`. All calls run inside the caller's tenant transaction.
final class AskedRepository {

    /// What is kept of a question.
    ///
    /// @param whyNot null for an answer
    /// @param readBy the language model that put it into words which the rules read; null for the rules alone
    record Row(UUID id, String question, String language, String readAs, @Nullable String whyNot,
            @Nullable String readBy, String by, Instant at) {
    }

    void keep(JdbcClient db, Row row) {
        db.sql("""
            insert into asked (id, question, language, read_as, answered, why_not, written_by, read_by, asked_by, asked_at)
            values (?, ?, ?, ?, ?, ?, 'TEMPLATE', ?, ?, ?)""")
                .params(Arrays.asList(row.id(), row.question(), row.language(), row.readAs(), row.whyNot() == null,
                        row.whyNot(), row.readBy(), row.by(),
                        RowTime.utc(row.at())))
                .update();
    }

    /// Notes whether an answer helped; false when there is no such question.
    boolean helped(JdbcClient db, UUID id, boolean helped) {
        return db.sql("update asked set helped = ? where id = ?").params(helped, id).update() > 0;
    }
}
