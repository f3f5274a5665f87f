package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Brings the tables up to this program's version, and makes the role that the application works as.
///
/// Flyway costs half a second of start-up just to find nothing to do, so it is asked only when the version differs.
final class Schema {

    /// Version of the newest migration in `db/migration`; a test keeps the two equal.
    static final int VERSION = 96;

    /// Lets the session that migrates hold the lock itself, and write the mark of a migration in its transaction.
    ///
    /// By default Flyway locks, and marks, in a transaction of a second session, which ends at once with a killed program: its
    /// migration, on which the server may still be at work, is then committed without its mark, and fails at the next start.
    private static final Map<String, String> ONE_SESSION = Map.of("flyway.postgresql.transactional.lock", "false");

    /// What to do about a way around isolation.
    static final String ISOLATION_ADVICE = "Let " + Credentials.APP
            + " own nothing and be a member of nothing, and run: "
            + "alter role " + Credentials.APP
            + " nosuperuser nobypassrls. Set store.user to another role, which owns the tables.";

    private final DataSource owner;
    private final String appPassword;

    Schema(DataSource owner, String appPassword) {
        this.owner = owner;
        this.appPassword = appPassword;
    }

    void bringUpToDate() {
        try (Connection connection = owner.getConnection()) {
            JdbcClient db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireHarmlessRole(db);
            int version = version(db).orElse(0);
            if (version > VERSION) {
                throw StoreException.permanent("the data folder was used by a newer Upswell (schema " + version + ")",
                        "this program knows schema " + VERSION, "Use the newer program.", null);
            }
            if (version < VERSION) {
                createRole(db);
                Flyway.configure().dataSource(owner).locations("classpath:db/migration").configuration(ONE_SESSION)
                        .load().migrate();
            }
            requireHarmlessRole(db);
        } catch (SQLException | DataAccessException e) {
            throw SqlFailures.translate("tables were not brought up to date", e);
        } catch (FlywayException e) {
            throw StoreException.permanent("tables were not brought up to date", "Flyway",
                    "Restore the last backup, or report the message.", e);
        }
    }

    private static Optional<Integer> version(JdbcClient db) {
        boolean known = db.sql("select to_regclass('flyway_schema_history') is not null").query(Boolean.class).single();
        return known ? db.sql("""
            select version::int from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1""").query(Integer.class).optional() : Optional.empty();
    }

    private void createRole(JdbcClient db) {
        boolean exists = db.sql("select exists (select from pg_roles where rolname = ?)").param(Credentials.APP)
                .query(Boolean.class).single();
        if (!exists) {
            String statement = db.sql("""
                select format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole password %L',
                ?::text, ?::text)""").param(Credentials.APP).param(appPassword).query(String.class).single();
            db.sql(statement).update();
        }
    }

    /// An existing role on somebody's server may have been given rights that would void the isolation of tenants. Asked before
    /// the tables are made too, so that they never belong to it.
    private static void requireHarmlessRole(JdbcClient db) {
        List<String> ways = new ArrayList<>(waysAroundIsolation(db));
        if (db.sql(
                "select exists (select from pg_roles where rolname = ? and pg_has_role(oid, current_user, 'member'))")
                .param(Credentials.APP).query(Boolean.class).single()) {
            ways.add("it is, or may act as, the owner that Upswell connects as");
        }
        if (!ways.isEmpty()) {
            throw StoreException.permanent("role " + Credentials.APP + " can bypass row-level security: "
                    + String.join("; ", ways), "PostgreSQL", ISOLATION_ADVICE, null);
        }
    }

    /// How the application's role could see rows of every tenant, one text each; empty when it cannot. A role that it is a
    /// member of counts as itself, for it can take its place with `set role`.
    static List<String> waysAroundIsolation(JdbcClient db) {
        return db.sql("""
            select 'role ' || r.rolname || ' is a superuser or has bypassrls' from pg_roles r, pg_roles app
            where app.rolname = :app and (r.rolsuper or r.rolbypassrls)
            and (r.oid = app.oid or not app.rolsuper and pg_has_role(app.oid, r.oid, 'member'))
            union all
            select 'table ' || c.relname || case when c.relrowsecurity then ' is its own' else ' is not closed' end
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id', pg_roles app
            where app.rolname = :app and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            and (not c.relrowsecurity or not app.rolsuper and pg_has_role(app.oid, c.relowner, 'member'))""")
                .param("app", Credentials.APP).query(String.class).list();
    }
}
