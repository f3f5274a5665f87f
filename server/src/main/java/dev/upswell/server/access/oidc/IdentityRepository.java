package dev.upswell.server.access.oidc;

import dev.upswell.server.access.Role;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of sign-ins under way at the provider, and of who came from there. All calls run as the owner of the tables, whom
/// row-level security does not bind, so each names the tenants that it means.
final class IdentityRepository {

    private IdentityRepository() {
    }

    /// A sign-in that was begun.
    ///
    /// @param onward where to go on afterwards
    record Attempt(byte[] browserHash, String onward) {
    }

    /// Notes that a sign-in was begun, and forgets those that took too long.
    static void begin(JdbcClient db, byte[] stateHash, Attempt attempt, Instant now, Instant expiresAt) {
        db.sql("delete from installation.oidc_attempt where expires_at <= ?").param(RowTime.utc(now)).update();
        db.sql("""
            insert into installation.oidc_attempt (state_hash, browser_hash, onward, expires_at)
            values (?, ?, ?, ?)""")
                .params(stateHash, attempt.browserHash(), attempt.onward(), RowTime.utc(expiresAt)).update();
    }

    /// Takes a sign-in that was begun, so that nobody takes it again; empty where there is none, or it took too long.
    static Optional<Attempt> take(JdbcClient db, byte[] stateHash, Instant now) {
        return db.sql("""
            delete from installation.oidc_attempt where state_hash = ? returning browser_hash, onward, expires_at > ?
            as good""").params(stateHash, RowTime.utc(now))
                .query((row, index) -> row.getBoolean("good")
                        ? Optional.of(new Attempt(row.getBytes("browser_hash"), row.getString("onward")))
                        : Optional.<Attempt>empty())
                .optional().flatMap(one -> one);
    }

    /// An account.
    record Holder(UUID id, String name) {
    }

    /// Lets nobody else add this identity until the transaction ends.
    static void lock(JdbcClient db, String issuer, String subject) {
        db.sql("select count(*) from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .param("identity " + issuer + " " + subject).query(Long.class).single();
    }

    static Optional<Holder> holder(JdbcClient db, String issuer, String subject) {
        return db.sql("""
            select id, name from installation.external_identity join installation.account on account.id = account_id
            where issuer = ? and subject = ?""").params(issuer, subject)
                .query((row, index) -> new Holder(row.getObject("id", UUID.class), row.getString("name"))).optional();
    }

    /// Whether an account has this name, or somebody of these tenants.
    static boolean isTaken(JdbcClient db, String name, Collection<String> tenants) {
        return db
                .sql("""
                    select exists (select from installation.account where name = ?)
                    or exists (select from person join tenant using (tenant_id) where person.name = ? and tenant.name = any(?))""")
                .params(name, name, tenants.toArray(String[]::new)).query(Boolean.class).single();
    }

    /// Adds an account without a password for somebody whom the provider knows.
    static Holder add(JdbcClient db, String name, String issuer, String subject, Instant now) {
        UUID id = db.sql("""
            insert into installation.account (name, added_at, password_set_at) values (?, ?, ?) returning id""")
                .params(name, RowTime.utc(now), RowTime.utc(now)).query(UUID.class).single();
        db.sql("""
            insert into installation.external_identity (issuer, subject, account_id, added_at)
            values (?, ?, ?, ?)""").params(issuer, subject, id, RowTime.utc(now)).update();
        return new Holder(id, name);
    }

    /// A membership of an account.
    record Membership(TenantId tenant, Role role) {
    }

    /// The memberships of an account, by the tenant's name.
    static Map<String, Membership> memberships(JdbcClient db, UUID account) {
        Map<String, Membership> memberships = new HashMap<>();
        db.sql("""
            select tenant_id, tenant.name, person.role from person join tenant using (tenant_id)
            where account_id = ?""").param(account).query(row -> {
            memberships.put(row.getString("name"), new Membership(
                    new TenantId(row.getObject("tenant_id", UUID.class)), Role.of(row.getString("role"))));
        });
        return memberships;
    }
}
