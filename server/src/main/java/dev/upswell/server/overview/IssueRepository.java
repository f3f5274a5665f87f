package dev.upswell.server.overview;

import dev.upswell.server.overview.RegularReports.Issue;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `regular_issue`. All calls run inside the caller's tenant transaction.
final class IssueRepository {

    private static final String ALL = "select period, last_day, report_id, told, made_at from regular_issue ";

    Optional<Issue> find(JdbcClient db, Period period, LocalDate lastDay) {
        return db.sql(ALL + "where period = ? and last_day = ?").params(period.label(), lastDay)
                .query((row, index) -> issue(row)).optional();
    }

    /// The last ones of all periods, the newest first.
    List<Issue> list(JdbcClient db, int limit) {
        return db.sql(ALL + "order by made_at desc, period limit ?").param(limit).query((row, index) -> issue(row))
                .list();
    }

    /// Keeps an issue; false when there is one of this span, which stays.
    boolean insert(JdbcClient db, Issue issue) {
        return db.sql("""
            insert into regular_issue (period, last_day, report_id, told, made_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""").params(issue.period().label(), issue.lastDay(), issue.report(), issue.told(),
                RowTime.utc(issue.madeAt())).update() > 0;
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(Period.of(row.getString("period")), row.getObject("last_day", LocalDate.class),
                row.getObject("report_id", UUID.class), row.getInt("told"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
