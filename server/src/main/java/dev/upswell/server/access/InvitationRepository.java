package dev.upswell.server.access;

import dev.upswell.server.access.Invitations.Invitation;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of invitations. All calls but [#find] run inside the caller's tenant transaction.
final class InvitationRepository {

    private static final String OPEN = " used_at is null and revoked_at is null and expires_at > ? ";

    private InvitationRepository() {
    }

    static List<Invitation> list(JdbcClient db) {
        return db.sql("select * from invitation order by made_at desc, id limit 500")
                .query((row, index) -> invitation(row)).list();
    }

    static Invitation add(JdbcClient db, Invitation made, byte[] hash) {
        db.sql("""
            insert into invitation (id, secret_hash, name, role, made_by, made_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)""").params(made.id(), hash, made.name(), made.role().label(), made.madeBy(),
                RowTime.utc(made.madeAt()), RowTime.utc(made.expiresAt())).update();
        return made;
    }

    /// Takes the open invitation of this name back; empty where there is none.
    static Optional<Invitation> revoke(JdbcClient db, String name, Instant now) {
        return db.sql("update invitation set revoked_at = ? where name = ? and" + OPEN + "returning *")
                .params(RowTime.utc(now), name, RowTime.utc(now)).query((row, index) -> invitation(row)).list()
                .stream().findFirst();
    }

    /// Uses an invitation; false where somebody was quicker, or it is over or taken back.
    static boolean use(JdbcClient db, UUID id, Instant now) {
        return db.sql("update invitation set used_at = ? where id = ? and" + OPEN)
                .params(RowTime.utc(now), id, RowTime.utc(now)).update() > 0;
    }

    /// An open invitation and where it leads.
    record Placed(UUID id, TenantId tenant, String tenantName, String name, Role role) {
    }

    /// The open invitation whose secret has this hash, in whichever tenant; as the owner of the tables.
    static Optional<Placed> find(JdbcClient db, byte[] hash, Instant now) {
        return db.sql("""
            select invitation.*, tenant.name as tenant_name from invitation join tenant using (tenant_id)
            where secret_hash = ? and""" + OPEN).params(hash, RowTime.utc(now))
                .query((row, index) -> new Placed(row.getObject("id", UUID.class),
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getString("tenant_name"),
                        row.getString("name"), Role.of(row.getString("role"))))
                .optional();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(row.getObject("id", UUID.class), row.getString("name"), Role.of(row.getString("role")),
                row.getString("made_by"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), nullable(row, "used_at"),
                nullable(row, "revoked_at"));
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
