package dev.upswell.server.integrate;

import dev.upswell.server.event.Facts;
import dev.upswell.server.integrate.Issue.Standing;
import dev.upswell.server.integrate.TrackedIssue.State;
import dev.upswell.server.postgres.RowTime;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `tracked_issue`. All calls run inside the caller's tenant transaction.
final class TrackedIssueRepository {

    private static final String ALL = """
        select tracked_issue.*, tracker_connection.kind from tracked_issue
        join tracker_connection on tracker_connection.name = tracked_issue.connection\s""";

    /// Orders a task, unless one is ordered for the subject there; false when it is.
    boolean order(JdbcClient db, String connection, IssueOrder order, Instant now) {
        return db.sql("""
            insert into tracked_issue (connection, subject, title, paragraphs, due_on, state, ordered_at, due_at)
            values (?, ?, ?, ?::jsonb, ?, 'WAITING', ?, ?) on conflict do nothing""")
                .param(connection).param(order.subject()).param(order.title())
                .param(Facts.write(Map.of("text", order.paragraphs()))).param(order.due()).param(RowTime.utc(now))
                .param(RowTime.utc(now)).update() > 0;
    }

    /// Tries once more what was given up.
    boolean revive(JdbcClient db, String connection, UUID subject, Instant now) {
        return db.sql("""
            update tracked_issue set state = 'WAITING', attempt = 0, due_at = ?, reason = null
            where connection = ? and subject = ? and state = 'FAILED'""").params(RowTime.utc(now), connection, subject)
                .update() > 0;
    }

    boolean isWaiting(JdbcClient db, Instant now) {
        return db.sql("select exists (select from tracked_issue where due_at <= ?)").param(RowTime.utc(now))
                .query(Boolean.class).single();
    }

    /// What is due, the oldest first.
    List<TrackedIssue> due(JdbcClient db, Instant now, int most) {
        return db.sql(ALL + "where due_at <= ? order by due_at, id limit ?").params(RowTime.utc(now), most)
                .query((row, index) -> issue(row)).list();
    }

    /// Makes the next try the caller's; should he never come back, it is due again at that instant. False when another took it.
    boolean claim(JdbcClient db, TrackedIssue issue, Instant again) {
        return db.sql("""
            update tracked_issue set attempt = attempt + 1, due_at = ?
            where id = ? and state = ? and attempt = ? and due_at = ?""")
                .param(RowTime.utc(again)).param(issue.id()).param(issue.state().name()).param(issue.attempt())
                .param(RowTime.utcOrNull(issue.dueAt())).update() > 0;
    }

    /// Notes how the task stands in the tracker, though it may have been withdrawn while it was being created.
    ///
    /// @param again when it is asked for next; null when it is over
    void note(JdbcClient db, UUID id, Issue issue, Instant now, @Nullable Instant again) {
        db.sql("""
            update tracked_issue set state = ?, attempt = 0, due_at = ?, reason = null, issue_key = ?, link = ?,
            status = ?, standing = ?, checked_at = ? where id = ? and state <> 'OVER'""")
                .param(again == null ? State.OVER.name() : State.LINKED.name()).param(RowTime.utcOrNull(again))
                .param(issue.key()).param(issue.link().toString()).param(issue.status()).param(issue.standing().name())
                .param(RowTime.utc(now)).param(id).update();
    }

    /// Notes why a try came to nothing, and when the next is due, unless it was withdrawn meanwhile.
    ///
    /// @param again null when it is given up
    void fail(JdbcClient db, UUID id, State state, String reason, @Nullable Instant again) {
        db.sql("""
            update tracked_issue set state = ?, reason = ?, due_at = ?
            where id = ? and state in ('WAITING', 'LINKED')""").param(state.name()).param(reason)
                .param(RowTime.utcOrNull(again)).param(id).update();
    }

    /// Those of these subjects, the oldest first.
    List<TrackedIssue> of(JdbcClient db, Collection<UUID> subjects) {
        return db.sql(ALL + "where subject = any(?) order by ordered_at, id").param(subjects.toArray(UUID[]::new))
                .query((row, index) -> issue(row)).list();
    }

    /// Those that are over.
    List<TrackedIssue> over(JdbcClient db, int most) {
        return db.sql(ALL + "where state = 'OVER' order by checked_at desc, id limit ?").param(most)
                .query((row, index) -> issue(row)).list();
    }

    private static TrackedIssue issue(ResultSet row) throws SQLException {
        List<?> text = (List<?>) Facts.read(row.getString("paragraphs")).getOrDefault("text", List.of());
        var order = new IssueOrder(row.getObject("subject", UUID.class), row.getString("title"),
                text.stream().map(String::valueOf).toList(), row.getObject("due_on", LocalDate.class));
        return new TrackedIssue(row.getObject("id", UUID.class), row.getString("connection"),
                Account.Kind.valueOf(row.getString("kind")), State.valueOf(row.getString("state")),
                row.getInt("attempt"), order, instant(row, "due_at"), row.getString("reason"),
                row.getString("issue_key"), Optional.ofNullable(row.getString("link")).map(URI::create).orElse(null),
                row.getString("status"), Standing.valueOf(row.getString("standing")), instant(row, "checked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
