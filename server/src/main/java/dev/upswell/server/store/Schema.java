package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import java.sql.Connection;
import java.sql.SQLException;
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
    static final int VERSION = 11;

    private final DataSource owner;
    private final String appPassword;

    Schema(DataSource owner, String appPassword) {
        this.owner = owner;
        this.appPassword = appPassword;
    }

    void bringUpToDate() {
        try (Connection connection = owner.getConnection()) {
            JdbcClient db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            int version = version(db).orElse(0);
            if (version > VERSION) {
                throw StoreException.permanent("the data folder was used by a newer Upswell (schema " + version + ")",
                        "this program knows schema " + VERSION, "Use the newer program.", null);
            }
            if (version < VERSION) {
                createRole(db);
                Flyway.configure().dataSource(owner).locations("classpath:db/migration").load().migrate();
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

    /// An existing role on somebody's server may have been given rights that would void the isolation of tenants.
    private static void requireHarmlessRole(JdbcClient db) {
        boolean harmless = db.sql("select not (rolsuper or rolbypassrls) from pg_roles where rolname = ?")
                .param(Credentials.APP).query(Boolean.class).single();
        if (!harmless) {
            throw StoreException.permanent("role " + Credentials.APP + " can bypass row-level security", "PostgreSQL",
                    "Run: alter role " + Credentials.APP + " nosuperuser nobypassrls", null);
        }
    }
}
