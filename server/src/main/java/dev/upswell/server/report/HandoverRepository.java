package dev.upswell.server.report;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `report_reader`. All calls run inside the caller's tenant transaction.
final class HandoverRepository {

    /// To whom a report was handed, and by whom.
    record Row(UUID person, String by, Instant at) {
    }

    List<Row> readers(JdbcClient db, UUID report) {
        return db.sql("select person_id, given_by, given_at from report_reader where report_id = ?").param(report)
                .query((row, index) -> new Row(row.getObject("person_id", UUID.class), row.getString("given_by"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void give(JdbcClient db, UUID report, UUID person, String by, Instant now) {
        db.sql("""
            insert into report_reader (report_id, person_id, given_by, given_at) values (?, ?, ?, ?)
            on conflict do nothing""").params(report, person, by, RowTime.utc(now)).update();
    }

    void take(JdbcClient db, UUID report, UUID person) {
        db.sql("delete from report_reader where report_id = ? and person_id = ?").params(report, person).update();
    }
}
