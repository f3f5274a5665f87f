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

    private static final String COLUMNS = "select id, kind, title, language, run, made_by, created_at, dealt_format, given_to from report ";

    /// All reports, or those that were handed to somebody; takes who it is twice, null for all.
    private static final String READABLE = "where (?::uuid is null or id in (select report_id from report_reader where person_id = ?::uuid)) ";

    KeptReport insert(JdbcClient db, String kind, Document document, ReportSource.Output output, String by,
            Instant now) {
        ReportSource.Given given = output.given();
        return db.sql("""
            insert into report (kind, title, language, document, run, made_by, created_at, dealt_format, given_to)
            values (?, ?, ?, ?::json, ?, ?, ?, ?, ?)
            returning id, kind, title, language, run, made_by, created_at, dealt_format, given_to""")
                .params(kind, document.title().replace("\0", ""), document.language().toLanguageTag(),
                        DocumentJson.write(document))
                .param(output.run()).params(by, RowTime.utc(now))
                .param(given == null ? null : given.format()).param(given == null ? null : given.creator())
                .query((row, index) -> report(row)).single();
    }

    List<KeptReport> list(JdbcClient db, @Nullable UUID reader, int limit, int offset) {
        return db.sql(COLUMNS + READABLE + "order by created_at desc, id limit ? offset ?").param(reader).param(reader)
                .param(limit).param(offset)
                .query((row, index) -> report(row)).list();
    }

    /// Those that were made for tests of formats, the newest first.
    List<KeptReport> given(JdbcClient db) {
        return db.sql(COLUMNS + "where given_to is not null order by created_at desc, id")
                .query((row, index) -> report(row)).list();
    }

    int count(JdbcClient db, @Nullable UUID reader) {
        return db.sql("select count(*) from report " + READABLE).param(reader).param(reader).query(Integer.class)
                .single();
    }

    /// The reports whose ids begin so, two at most.
    List<KeptReport> beginning(JdbcClient db, @Nullable UUID reader, String digits) {
        return db.sql(COLUMNS + READABLE + "and starts_with(id::text, ?) order by id limit 2").param(reader)
                .param(reader).param(digits)
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
                row.getObject("created_at", OffsetDateTime.class).toInstant(), given(row));
    }

    private static ReportSource.@Nullable Given given(ResultSet row) throws SQLException {
        String creator = row.getString("given_to");
        return creator == null ? null : new ReportSource.Given(row.getString("dealt_format"), creator);
    }
}
