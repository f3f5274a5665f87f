package dev.upswell.server.report;

import dev.upswell.document.Document;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `report`. All calls run inside the caller's tenant transaction.
final class ReportRepository {

    private static final String COLUMNS = "select id, kind, title, language, run, made_by, created_at from report ";

    KeptReport insert(JdbcClient db, String kind, Document document, @Nullable String run, String by, Instant now) {
        return db.sql("""
            insert into report (kind, title, language, document, run, made_by, created_at)
            values (?, ?, ?, ?::json, ?, ?, ?)
            returning id, kind, title, language, run, made_by, created_at""")
                .params(kind, document.title().replace("\0", ""), document.language().toLanguageTag(),
                        DocumentJson.write(document))
                .param(run).params(by, RowTime.utc(now))
                .query((row, index) -> report(row)).single();
    }

    List<KeptReport> list(JdbcClient db, int limit, int offset) {
        return db.sql(COLUMNS + "order by created_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> report(row)).list();
    }

    int count(JdbcClient db) {
        return db.sql("select count(*) from report").query(Integer.class).single();
    }

    /// The reports whose ids begin so, two at most.
    List<KeptReport> beginning(JdbcClient db, String digits) {
        return db.sql(COLUMNS + "where starts_with(id::text, ?) order by id limit 2").param(digits)
                .query((row, index) -> report(row)).list();
    }

    Optional<Document> document(JdbcClient db, UUID id) {
        return db.sql("select document from report where id = ?").param(id).query(String.class).optional()
                .map(DocumentJson::read);
    }

    /// Whether there was one.
    boolean delete(JdbcClient db, UUID id) {
        return db.sql("delete from report where id = ?").param(id).update() > 0;
    }

    private static KeptReport report(ResultSet row) throws SQLException {
        return new KeptReport(row.getObject("id", UUID.class), row.getString("kind"), row.getString("title"),
                Locale.forLanguageTag(row.getString("language")), row.getString("run"), row.getString("made_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
