package dev.upswell.server.access;

import dev.upswell.server.access.Roster.Member;
import dev.upswell.server.postgres.RowTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of people, tokens, sign-ins and failed sign-ins. All calls run inside the caller's tenant transaction.
final class AccessRepository {

    private static final String MEMBER = "select id, name, role, added_at, password_set_at, disabled_at from person ";

    private AccessRepository() {
    }

    static List<Person> people(JdbcClient db) {
        return db.sql("select id, name, role, added_at, password_set_at from person order by name")
                .query((row, index) -> person(row)).list();
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("name"), Role.of(row.getString("role")),
                instant(row, "added_at"), instant(row, "password_set_at"));
    }

    static List<Member> members(JdbcClient db) {
        return db.sql(MEMBER + "order by name").query((row, index) -> member(row)).list();
    }

    /// All, whom nobody else changes until the transaction ends.
    static List<Member> locked(JdbcClient db) {
        return db.sql(MEMBER + "order by name for update").query((row, index) -> member(row)).list();
    }

    static Optional<Member> find(JdbcClient db, String name) {
        return db.sql(MEMBER + "where name = ?").param(name).query((row, index) -> member(row)).optional();
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

    /// Adds the person with this role, or gives whoever is there this password; empty where whoever is there comes in by an account.
    static Optional<Person> put(JdbcClient db, String name, Role role, String passwordHash, Instant now) {
        return db.sql("""
            insert into person (name, role, password_hash, added_at, password_set_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, name) do update set password_hash = excluded.password_hash,
            password_set_at = excluded.password_set_at where person.account_id is null
            returning id, name, role, added_at, password_set_at""")
                .params(name, role.label(), passwordHash, RowTime.utc(now), RowTime.utc(now))
                .query((row, index) -> person(row))
                .optional();
    }

    static boolean removePerson(JdbcClient db, String name) {
        return db.sql("delete from person where name = ?").param(name).update() > 0;
    }

    /// A person who has a password in this tenant, with its hash.
    record Known(UUID id, String name, String passwordHash) {
    }

    static Optional<Known> known(JdbcClient db, String name) {
        return db.sql("""
            select id, name, password_hash from person
            where name = ? and password_hash is not null and account_id is null and disabled_at is null""").param(name)
                .query((row, index) -> new Known(row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("password_hash")))
                .optional();
    }

    /// A token with the hash of its secret.
    record HashedToken(AccessToken token, byte[] hash) {
    }

    static void insert(JdbcClient db, AccessToken token, byte[] hash) {
        db.sql("""
            insert into access_token (id, name, secret_hash, scopes, made_by, made_at, expires_at)
            values (?, ?, ?, ?::text[], ?, ?, ?)""").params(token.id(), token.name(), hash,
                token.scopes().stream().map(Scope::label).sorted().toArray(String[]::new), token.madeBy(),
                RowTime.utc(token.madeAt()), RowTime.utc(token.expiresAt())).update();
    }

    /// All tokens, the newest first.
    static List<HashedToken> tokens(JdbcClient db) {
        return db.sql("select * from access_token order by made_at desc, id").query((row, index) -> token(row)).list();
    }

    static HashedToken token(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        Set<Scope> set = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) scopes.getArray()).map(word -> Scope.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(set::add);
        return new HashedToken(new AccessToken(row.getString("id"), row.getString("name"), set,
                row.getString("made_by"), instant(row, "made_at"), instant(row, "expires_at"),
                nullable(row, "revoked_at")), row.getBytes("secret_hash"));
    }

    static boolean revoke(JdbcClient db, String id, Instant now) {
        return db.sql("update access_token set revoked_at = ? where id = ? and revoked_at is null")
                .param(RowTime.utc(now))
                .param(id).update() > 0;
    }

    /// Revokes what somebody let in, and what that let in: tokens that they made, and tokens made by those.
    static void revokeMadeBy(JdbcClient db, String person, Instant now) {
        db.sql("""
            with recursive theirs as (
                select id, name from access_token where made_by = ?
                union select made.id, made.name from access_token made join theirs on made.made_by = 'token ' || theirs.name)
            update access_token set revoked_at = ? where revoked_at is null and id in (select id from theirs)""")
                .params(person, RowTime.utc(now)).update();
        db.sql("update invitation set revoked_at = ? where made_by = ? and used_at is null and revoked_at is null")
                .params(RowTime.utc(now), person).update();
    }

    /// Who is signed in.
    record SignedIn(byte[] hash, Person person, Instant expiresAt) {
    }

    /// Writes a sign-in down, and forgets those that are over.
    static void begin(JdbcClient db, byte[] hash, UUID person, String address, Instant now, Instant expiresAt) {
        db.sql("delete from sign_in where expires_at <= ?").param(RowTime.utc(now)).update();
        db.sql("insert into sign_in (secret_hash, person_id, address, begun_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(hash, person, address, RowTime.utc(now), RowTime.utc(expiresAt)).update();
    }

    /// Gives this person a password in place of theirs, and ends their sign-ins but the one whose secret has this hash.
    static void change(JdbcClient db, UUID person, String passwordHash, byte[] kept, Instant now) {
        db.sql("update person set password_hash = ?, password_set_at = ? where id = ?")
                .params(passwordHash, RowTime.utc(now), person).update();
        db.sql("delete from sign_in where person_id = ? and secret_hash <> ?").params(person, kept).update();
    }

    static void endAll(JdbcClient db, UUID person) {
        db.sql("delete from sign_in where person_id = ?").param(person).update();
    }

    /// How a name stands once one more sign-in under it is counted.
    ///
    /// @param failures in a row, this one among them
    /// @param lockedUntil null while it is not locked
    record Attempt(int failures, @Nullable Instant lockedUntil) {

        boolean isLocked() {
            return lockedUntil != null;
        }
    }

    /// Counts a sign-in as failed before it is known whether it is, so that many at once count as many; a success forgets them. A name
    /// that is locked is not counted further. What lies longer back than `since` is forgotten.
    static Attempt count(JdbcClient db, byte[] nameHash, Instant now, Instant since, int most, Instant lockUntil) {
        db.sql("delete from sign_in_failure where last_at < ? and coalesce(locked_until, last_at) < ?")
                .params(RowTime.utc(since), RowTime.utc(now)).update();
        return db
                .sql("""
                    insert into sign_in_failure as failure (name_hash, failures, last_at) values (?, 1, ?)
                    on conflict (tenant_id, name_hash) do update set
                        failures = case when failure.locked_until > excluded.last_at then failure.failures
                            when failure.locked_until is not null then 1 else failure.failures + 1 end,
                        locked_until = case when failure.locked_until > excluded.last_at then failure.locked_until
                            when failure.locked_until is not null then null
                            when failure.failures + 1 > ? then ?::timestamptz end,
                        last_at = case when failure.locked_until > excluded.last_at then failure.last_at else excluded.last_at end
                    returning failures, locked_until""")
                .params(nameHash, RowTime.utc(now), most, RowTime.utc(lockUntil))
                .query((row, index) -> new Attempt(row.getInt("failures"), nullable(row, "locked_until"))).single();
    }

    /// Takes back one that was counted and did not fail under this name; a lock that it brought goes with it.
    static void uncount(JdbcClient db, byte[] nameHash) {
        db.sql("delete from sign_in_failure where name_hash = ? and failures = 1").param(nameHash).update();
        db.sql("update sign_in_failure set failures = failures - 1, locked_until = null where name_hash = ?")
                .param(nameHash).update();
    }

    static void forgetFailures(JdbcClient db, byte[] nameHash) {
        db.sql("delete from sign_in_failure where name_hash = ?").param(nameHash).update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
