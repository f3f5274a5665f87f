package dev.upswell.server.taste;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `profile_subject` and `profile_erasure`. All calls run inside the caller's tenant transaction.
final class SubjectRepository {

    Optional<Subject> find(JdbcClient db, String handle) {
        return db.sql("select * from profile_subject where handle = ?").param(handle)
                .query((row, index) -> subject(row)).optional();
    }

    /// Keeps the ground of a handle, in place of one that was told before.
    ///
    /// The first account of one's own also has the activity of exports that name no account; who is told to be somebody else has it no
    /// longer.
    Subject keep(JdbcClient db, String handle, Ground ground, String by, Instant at) {
        return db
                .sql("""
                    insert into profile_subject (handle, ground, ground_told_by, ground_told_at, with_export)
                    values (?, ?, ?, ?, ? = 'OWN' and not exists (select 1 from profile_subject where with_export))
                    on conflict (tenant_id, handle) do update set ground = excluded.ground,
                    ground_told_by = excluded.ground_told_by, ground_told_at = excluded.ground_told_at,
                    with_export = excluded.ground = 'OWN' and (profile_subject.with_export or excluded.with_export) returning *""")
                .params(handle, ground.name(), by, RowTime.utc(at), ground.name())
                .query((row, index) -> subject(row)).single();
    }

    List<Subject> list(JdbcClient db, int limit, int offset) {
        return db.sql("select * from profile_subject order by handle limit ? offset ?").params(limit, offset)
                .query((row, index) -> subject(row)).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from profile_subject").query(Long.class).single();
    }

    /// Handles of subjects with a profile.
    List<String> profiled(JdbcClient db) {
        return db
                .sql("select handle from profile_subject where exists (select from profile where subject_id = profile_subject.id) order by handle")
                .query(String.class).list();
    }

    Optional<String> handle(JdbcClient db, UUID id) {
        return db.sql("select handle from profile_subject where id = ?").param(id).query(String.class).optional();
    }

    /// Takes a subject away with profiles and reactions; how many rows went.
    long remove(JdbcClient db, UUID id) {
        long below = db
                .sql("""
                    select (select count(*) from profile where subject_id = ?) + (select count(*) from profile_tag where subject_id = ?)
                    + (select count(*) from reaction where subject_id = ?)""")
                .params(id, id, id).query(Long.class).single();
        return below + db.sql("delete from profile_subject where id = ?").param(id).update();
    }

    /// Takes rows away that were set aside at an import of people's actions and name this handle as a whole; how many went.
    long removeSetAside(JdbcClient db, String handle) {
        return db.sql("""
            delete from quarantine where format = 'upswell-people'
            and (excerpt ~* ? or detail ~* ? or kept ~* ?)""")
                .params(pattern(handle), pattern(handle), pattern(handle)).update();
    }

    private static String pattern(String handle) {
        return "(^|[^a-z0-9._])" + handle.replaceAll("([^a-zA-Z0-9])", "\\\\$1") + "($|[^a-z0-9._])";
    }

    void keepErasure(JdbcClient db, Instant at, String by, long rows) {
        db.sql("insert into profile_erasure (at, by, rows) values (?, ?, ?)").params(RowTime.utc(at), by, rows)
                .update();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(row.getObject("id", UUID.class), row.getString("handle"),
                Ground.valueOf(row.getString("ground")), row.getString("ground_told_by"),
                row.getObject("ground_told_at", OffsetDateTime.class).toInstant(), row.getBoolean("with_export"));
    }
}
