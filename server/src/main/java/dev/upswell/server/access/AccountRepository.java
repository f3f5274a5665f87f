package dev.upswell.server.access;

import dev.upswell.server.access.Installation.Account;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tenants and of accounts over them, and who comes in where. All calls run as the owner of the tables, whom row-level
/// security does not bind, so each names the tenants that it means.
final class AccountRepository {

    private AccountRepository() {
    }

    /// All tenants, by name.
    static List<Tenant> tenants(JdbcClient db) {
        return db.sql("select tenant_id, name, ended_at from tenant order by name").query((row, index) -> new Tenant(
                tenant(row), new TenantName(row.getString("name")), nullable(row, "ended_at"))).list();
    }

    private static TenantId tenant(ResultSet row) throws SQLException {
        return new TenantId(row.getObject("tenant_id", UUID.class));
    }

    /// Ends the subscription of a tenant at this instant; null lets it go on. False for one that is being erased, which stays
    /// as it is.
    static boolean end(JdbcClient db, TenantId tenant, @Nullable Instant at) {
        return db.sql("update tenant set ended_at = ? where tenant_id = ? and erasing_at is null")
                .param(1, RowTime.utcOrNull(at), Types.TIMESTAMP_WITH_TIMEZONE).param(2, tenant.value()).update() > 0;
    }

    /// All accounts, by name.
    static List<Account> accounts(JdbcClient db) {
        Map<UUID, List<Account.Membership>> memberships = new HashMap<>();
        db.sql("""
            select account_id, tenant.name as tenant, person.role from person join tenant using (tenant_id)
            where account_id is not null order by tenant.name""").query(row -> {
            memberships.computeIfAbsent(row.getObject("account_id", UUID.class), id -> new ArrayList<>())
                    .add(new Account.Membership(new TenantName(row.getString("tenant")), row.getString("role")));
        });
        return db.sql("select * from installation.account order by name").query((row, index) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Account(id, row.getString("name"), row.getBoolean("runs_installation"),
                    instant(row, "added_at"), instant(row, "password_set_at"),
                    memberships.getOrDefault(id, List.of()));
        }).list();
    }

    /// Adds an account; false where there is one of this name.
    static boolean add(JdbcClient db, String name, String passwordHash, boolean runsInstallation, Instant now) {
        return db.sql("""
            insert into installation.account (name, password_hash, runs_installation, added_at, password_set_at)
            values (?, ?, ?, ?, ?) on conflict (name) do nothing""")
                .params(name, passwordHash, runsInstallation, RowTime.utc(now), RowTime.utc(now)).update() > 0;
    }

    /// Gives an account this password and ends its sign-ins; false where there is none of this name.
    static boolean setPassword(JdbcClient db, String name, String passwordHash, Instant now) {
        db.sql("""
            delete from sign_in using person, installation.account where account.name = ? and account_id = account.id
            and person.tenant_id = sign_in.tenant_id and person.id = person_id""").param(name).update();
        return db.sql("update installation.account set password_hash = ?, password_set_at = ? where name = ?")
                .params(passwordHash, RowTime.utc(now), name).update() > 0;
    }

    /// Removes an account with its memberships; false where there is none of this name.
    static boolean remove(JdbcClient db, String name) {
        return db.sql("delete from installation.account where name = ?").param(name).update() > 0;
    }

    /// Under which hash sign-ins are counted that fail as an account of this name: apart from those of a person who is called the same,
    /// for who has one of the two passwords may not try the other as often as they like. No person's name has a blank.
    static byte[] nameHash(String name) {
        return Secret.hash("account " + name);
    }

    /// Forgets sign-ins that failed as an account of this name, wherever they were tried.
    static void forgetFailures(JdbcClient db, String name) {
        db.sql("delete from sign_in_failure where name_hash = ?").param(nameHash(name)).update();
    }

    /// The tenants in which nobody but this account is an owner who may come in, by name; nobody else comes or goes there until the
    /// transaction ends.
    static List<String> ownedAlone(JdbcClient db, UUID account) {
        db.sql("select id from person where tenant_id in (select tenant_id from person where account_id = ?) for update")
                .param(account).query(UUID.class).list();
        return db.sql("""
            select tenant.name from person mine join tenant using (tenant_id)
            where mine.account_id = ? and mine.role = 'owner' and mine.disabled_at is null and not exists (
                select from person other where other.tenant_id = mine.tenant_id and other.id <> mine.id
                and other.role = 'owner' and other.disabled_at is null)
            order by tenant.name""").param(account).query(String.class).list();
    }

    /// Whether the tenant has an owner who may come in.
    static boolean hasOwner(JdbcClient db, TenantId tenant) {
        return db.sql(
                "select exists (select from person where tenant_id = ? and role = 'owner' and disabled_at is null)")
                .param(tenant.value()).query(Boolean.class).single();
    }

    /// Makes an account a member of a tenant; false where somebody else of the tenant has its name, or it is one already.
    static boolean join(JdbcClient db, UUID account, TenantId tenant, String role, Instant now) {
        return db.sql("""
            insert into person (tenant_id, name, role, account_id, added_at, password_set_at)
            select ?, name, ?, id, ?, ? from installation.account where id = ? on conflict do nothing""")
                .params(tenant.value(), role, RowTime.utc(now), RowTime.utc(now), account).update() > 0;
    }

    /// Ends a membership; false where there is none.
    static boolean leave(JdbcClient db, UUID account, TenantId tenant) {
        return db.sql("delete from person where tenant_id = ? and account_id = ?").params(tenant.value(), account)
                .update() > 0;
    }

    /// An account with the hash of its password.
    ///
    /// @param passwordHash null for those who come in by the provider of a company alone
    /// @param active where they worked last; null before their first sign-in
    record Known(UUID id, String name, @Nullable String passwordHash, @Nullable TenantId active) {
    }

    static Optional<Known> known(JdbcClient db, String name) {
        return db.sql("select * from installation.account where name = ?").param(name)
                .query((row, index) -> known(row)).optional();
    }

    static Optional<Known> known(JdbcClient db, UUID id) {
        return db.sql("select * from installation.account where id = ?").param(id)
                .query((row, index) -> known(row)).optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        UUID active = row.getObject("active_tenant", UUID.class);
        return new Known(row.getObject("id", UUID.class), row.getString("name"), row.getString("password_hash"),
                active == null ? null : new TenantId(active));
    }

    static void activate(JdbcClient db, UUID account, TenantId tenant) {
        db.sql("update installation.account set active_tenant = ? where id = ?").params(tenant.value(), account)
                .update();
    }

    /// The person that an account is in each of the tenants that let it in.
    static Map<TenantId, UUID> memberships(JdbcClient db, UUID account) {
        Map<TenantId, UUID> people = new HashMap<>();
        db.sql("select tenant_id, id from person where account_id = ? and disabled_at is null").param(account)
                .query(row -> {
                    people.put(tenant(row), row.getObject("id", UUID.class));
                });
        return people;
    }

    /// A sign-in that somebody came by with an account.
    record Entered(UUID account, String name, Instant expiresAt) {
    }

    /// The sign-in whose secret has this hash; empty where there is none, or it is of somebody of one tenant alone.
    static Optional<Entered> entered(JdbcClient db, byte[] hash, Instant now) {
        return db.sql("""
            select account_id, person.name, expires_at from sign_in join person on person.tenant_id = sign_in.tenant_id
            and person.id = person_id where secret_hash = ? and account_id is not null and expires_at > ?""")
                .params(hash, RowTime.utc(now)).query((row, index) -> new Entered(
                        row.getObject("account_id", UUID.class), row.getString("name"), instant(row, "expires_at")))
                .optional();
    }

    /// Ends the sign-in whose secret has this hash, in whichever tenant it is.
    static void end(JdbcClient db, byte[] hash) {
        db.sql("delete from sign_in where secret_hash = ?").param(hash).update();
    }

    /// The account by which this person comes in; empty for people of one tenant alone.
    static Optional<Known> accountOf(JdbcClient db, UUID person) {
        return db.sql("""
            select account.* from installation.account join person on account_id = account.id where person.id = ?""")
                .param(person).query((row, index) -> known(row)).optional();
    }

    /// Gives this account a password in place of its own, and ends its sign-ins but the one whose secret has this hash.
    static void change(JdbcClient db, UUID account, String passwordHash, byte[] kept, Instant now) {
        db.sql("update installation.account set password_hash = ?, password_set_at = ? where id = ?")
                .params(passwordHash, RowTime.utc(now), account).update();
        db.sql("""
            delete from sign_in using person where account_id = ? and person.tenant_id = sign_in.tenant_id
            and person.id = person_id and secret_hash <> ?""").params(account, kept).update();
    }

    /// The sign-ins of this person, and of the account by which they come in wherever it works, the newest first.
    ///
    /// @param since those that were not used since then are over
    static List<SignIns.Open> signIns(JdbcClient db, UUID person, byte[] here, Instant now, Instant since) {
        return db.sql("""
            select left(encode(secret_hash, 'hex'), 16) as id, tenant.name as tenant, address, begun_at, expires_at,
            secret_hash = ? as here from sign_in join tenant using (tenant_id) join person
            on person.tenant_id = sign_in.tenant_id and person.id = person_id
            where expires_at > ? and used_at > ?
            and (person.id = ? or account_id = (select account_id from person where id = ?))
            order by begun_at desc, id""").params(here, RowTime.utc(now), RowTime.utc(since), person, person)
                .query((row, index) -> new SignIns.Open(row.getString("id"), row.getString("tenant"),
                        row.getString("address"), instant(row, "begun_at"), instant(row, "expires_at"),
                        row.getBoolean("here")))
                .list();
    }

    /// Ends one of those; false where it is none of them.
    static boolean end(JdbcClient db, UUID person, String id) {
        return db.sql("""
            delete from sign_in using person where person.tenant_id = sign_in.tenant_id and person.id = person_id
            and left(encode(secret_hash, 'hex'), 16) = ?
            and (person.id = ? or account_id = (select account_id from person where id = ?))""")
                .params(id, person, person).update() > 0;
    }

    /// A token and where it lets in.
    record PlacedToken(TenantId tenant, AccessRepository.HashedToken token) {
    }

    static List<PlacedToken> tokens(JdbcClient db, Collection<TenantId> tenants) {
        return db.sql("select * from access_token where tenant_id = any(?)").param(ids(tenants))
                .query((row, index) -> new PlacedToken(tenant(row), AccessRepository.token(row))).list();
    }

    /// A sign-in and where it lets in.
    ///
    /// @param account by which they came; null for people of one tenant alone
    record PlacedSignIn(TenantId tenant, AccessRepository.SignedIn signIn, @Nullable UUID account) {
    }

    static List<PlacedSignIn> signedIn(JdbcClient db, Collection<TenantId> tenants, Instant now) {
        return db
                .sql("""
                    select sign_in.tenant_id, secret_hash, expires_at, used_at, id, name, role, added_at, password_set_at, account_id
                    from sign_in join person on person.tenant_id = sign_in.tenant_id and person.id = person_id
                    where sign_in.tenant_id = any(?) and expires_at > ? and disabled_at is null""")
                .params(ids(tenants), RowTime.utc(now))
                .query((row, index) -> new PlacedSignIn(tenant(row),
                        new AccessRepository.SignedIn(row.getBytes("secret_hash"), AccessRepository.person(row),
                                instant(row, "expires_at"), instant(row, "used_at")),
                        row.getObject("account_id", UUID.class)))
                .list();
    }

    /// Notes that a request came by the sign-in whose secret has this hash.
    static void use(JdbcClient db, byte[] hash, Instant now) {
        db.sql("update sign_in set used_at = ? where secret_hash = ? and used_at < ?")
                .params(RowTime.utc(now), hash, RowTime.utc(now)).update();
    }

    /// What an account may do beside its roles.
    ///
    /// @param tenants to which it belongs
    record Reach(boolean runsInstallation, List<TenantId> tenants) {
    }

    /// How far each account reaches, by its id.
    static Map<UUID, Reach> reaches(JdbcClient db) {
        Map<UUID, Reach> reaches = new HashMap<>();
        db.sql("""
            select account.id, runs_installation, array_agg(tenant_id) as tenants from installation.account
            join person on account_id = account.id and disabled_at is null group by account.id""").query(row -> {
            List<TenantId> tenants = new ArrayList<>();
            for (UUID id : (UUID[]) row.getArray("tenants").getArray()) {
                tenants.add(new TenantId(id));
            }
            reaches.put(row.getObject("id", UUID.class), new Reach(row.getBoolean("runs_installation"), tenants));
        });
        return reaches;
    }

    /// Whether anybody of these tenants signs in.
    static boolean hasPeople(JdbcClient db, Collection<TenantId> tenants) {
        return db.sql("select exists (select from person where tenant_id = any(?))").param(ids(tenants))
                .query(Boolean.class).single();
    }

    /// Whether anybody of the whole installation signs in.
    static boolean hasPeople(JdbcClient db) {
        return db.sql("select exists (select from person) or exists (select from installation.account)")
                .query(Boolean.class).single();
    }

    private static UUID[] ids(Collection<TenantId> tenants) {
        return tenants.stream().map(TenantId::value).toArray(UUID[]::new);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
