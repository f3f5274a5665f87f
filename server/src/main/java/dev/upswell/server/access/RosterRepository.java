package dev.upswell.server.access;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of people with their roles and whether they may come in. All calls run inside the caller's tenant transaction.
final class RosterRepository {

    private static final String COLUMNS = "select id, name, role, added_at, password_set_at, disabled_at from person ";

    private RosterRepository() {
    }

    static List<Member> members(JdbcClient db) {
        return db.sql(COLUMNS + "order by name").query((row, index) -> member(row)).list();
    }

    /// All, whom nobody else changes until the transaction ends.
    static List<Member> locked(JdbcClient db) {
        return db.sql(COLUMNS + "order by name for update").query((row, index) -> member(row)).list();
    }

    static Optional<Member> find(JdbcClient db, String name) {
        return db.sql(COLUMNS + "where name = ?").param(name).query((row, index) -> member(row)).optional();
    }

    static void setRole(JdbcClient db, UUID person, Role role) {
        db.sql("update person set role = ? where id = ?").params(role.label(), person).update();
    }

    static void disable(JdbcClient db, UUID person, Instant now) {
        db.sql("update person set disabled_at = coalesce(disabled_at, ?) where id = ?").params(RowTime.utc(now), person)
                .update();
    }

    static void enable(JdbcClient db, UUID person) {
        db.sql("update person set disabled_at = null where id = ?").param(person).update();
    }

    private static Member member(ResultSet row) throws SQLException {
        OffsetDateTime disabled = row.getObject("disabled_at", OffsetDateTime.class);
        return new Member(new Person(row.getObject("id", UUID.class), row.getString("name"),
                Role.of(row.getString("role")), row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant()),
                disabled == null ? null : disabled.toInstant());
    }
}
