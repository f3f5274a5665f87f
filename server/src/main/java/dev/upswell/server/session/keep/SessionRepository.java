package dev.upswell.server.session.keep;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionState;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `session`. All calls run inside the caller's tenant transaction.
final class SessionRepository {

    boolean add(JdbcClient db, Session session) {
        Identity identity = session.identity();
        return db.sql("""
            insert into session (name, page, user_agent, proxy, state, since, until, reason, cookies, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) on conflict do nothing""").param(identity.name())
                .param(identity.page().toString()).param(identity.userAgent()).param(identity.proxy())
                .params(state(session.state())).param(RowTime.utcOrNull(session.addedAt())).update() > 0;
    }

    /// Keeps how it stands; who it is never changes.
    void keep(JdbcClient db, Session session) {
        db.sql("""
            update session set state = ?, since = ?, until = ?, reason = ?, cookies = ?, cookies_until = ?, last_visit_at = ?
            where name = ?""")
                .params(state(session.state())).param(session.cookies())
                .param(RowTime.utcOrNull(session.cookiesUntil())).param(RowTime.utcOrNull(session.lastVisitAt()))
                .param(session.identity().name())
                .update();
    }

    List<Session> list(JdbcClient db) {
        return db.sql("select * from session order by name").query((row, index) -> session(row)).list();
    }

    /// Locked until the transaction ends.
    Optional<Session> find(JdbcClient db, String name) {
        return db.sql("select * from session where name = ? for update").param(name)
                .query((row, index) -> session(row)).optional();
    }

    void remove(JdbcClient db, String name) {
        db.sql("delete from session where name = ?").param(name).update();
    }

    private static List<@Nullable Object> state(SessionState state) {
        Instant until = null;
        String reason = null;
        switch (state) {
            case SessionState.CoolingDown(_, Instant end, String why) -> {
                until = end;
                reason = why;
            }
            case SessionState.Challenged(_, String sign) -> reason = sign;
            case SessionState.Expired(_, String why) -> reason = why;
            case SessionState.Refused(_, String why) -> reason = why;
            case SessionState.Paused(_, Instant coolsUntil) -> until = coolsUntil;
            case SessionState.Healthy _ -> {
            }
        }
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(state.code());
        columns.add(RowTime.utcOrNull(state.since()));
        columns.add(RowTime.utcOrNull(until));
        columns.add(reason);
        return columns;
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(new Identity(row.getString("name"), URI.create(row.getString("page")),
                row.getString("user_agent"), row.getString("proxy")), stateOf(row), row.getInt("cookies"),
                instant(row, "cookies_until"), required(row, "added_at"), instant(row, "last_visit_at"));
    }

    private static SessionState stateOf(ResultSet row) throws SQLException {
        Instant since = required(row, "since");
        Instant until = instant(row, "until");
        String reason = row.getString("reason") == null ? "" : row.getString("reason");
        String state = row.getString("state");
        return switch (state) {
            case "HEALTHY" -> new SessionState.Healthy(since);
            case "COOLING_DOWN" -> new SessionState.CoolingDown(since, until == null ? since.plusSeconds(1) : until,
                    reason);
            case "CHALLENGED" -> new SessionState.Challenged(since, reason);
            case "EXPIRED" -> new SessionState.Expired(since, reason);
            case "REFUSED" -> new SessionState.Refused(since, reason);
            case "PAUSED" -> new SessionState.Paused(since, until);
            default -> throw new IllegalStateException(
                    "state (" + state + ") must be a known one\nMaybe a newer version wrote it.");
        };
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
