package dev.upswell.server.store;

import dev.upswell.server.postgres.CopiedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The one door to a tenant's rows: each call is one PostgreSQL transaction in which only that tenant's rows exist.
///
/// `tenant_id` needs neither be named in queries nor in inserts: row-level security filters the former, a default fills the
/// latter. What the function throws rolls everything back. A call within a call would be a second transaction on a second
/// connection, so pass the client on instead.
///
/// A transaction that PostgreSQL gave up for the sake of another (deadlock or serialization, SQLSTATE class 40) is done again
/// from its beginning, so the function leaves no trace but in the database, or one that doing it again covers.
///
/// A tenant that is being erased has no transactions any more: each is refused when it begins.
///
/// **errors** [StoreException] for what the database refuses; exceptions of the function itself pass unchanged ·
/// **cost** two round trips beside the function's own.
public final class TenantTransactions {

    private static final int ATTEMPTS = 4;
    private static final String TENANT = "select set_config('upswell.tenant', ?, true), refuse_erased()";

    private final DataSource application;
    private volatile @Nullable InstantSource told;

    TenantTransactions(DataSource application) {
        this.application = application;
    }

    /// Lets events bear the time of this clock in place of the database's: for rehearsals at another pace than the world's.
    public void tell(InstantSource clock) {
        told = clock;
    }

    /// What the function makes of this tenant's rows.
    public <T> T call(TenantId tenant, Function<JdbcClient, T> work) {
        for (int attempt = 1;; attempt++) {
            try (Connection connection = begin(tenant)) {
                return inTransaction(connection, work);
            } catch (SQLException | DataAccessException e) {
                if (attempt == ATTEMPTS || !SqlFailures.gaveWay(e)) {
                    throw SqlFailures.translate("transaction failed", e);
                }
            }
        }
    }

    /// Does this work on this tenant's rows.
    public void run(TenantId tenant, Consumer<JdbcClient> work) {
        call(tenant, client -> {
            work.accept(client);
            return Boolean.TRUE;
        });
    }

    /// A connection on which the tenant's transaction has begun. The pool may first hand out those that a restart of the server
    /// cut; each is tried once and thrown away.
    private Connection begin(TenantId tenant) throws SQLException {
        for (int cut = 0;; cut++) {
            Connection connection = application.getConnection();
            try {
                start(connection, tenant);
                return connection;
            } catch (SQLException e) {
                connection.close();
                if (cut == Database.CONNECTIONS || !SqlFailures.connectionLost(e)) {
                    throw e;
                }
            }
        }
    }

    private void start(Connection connection, TenantId tenant) throws SQLException {
        connection.setAutoCommit(false);
        InstantSource clock = told;
        try (PreparedStatement statement = connection
                .prepareStatement(
                        clock == null ? TENANT : TENANT + ", set_config('upswell.now', ?, true)")) {
            statement.setString(1, tenant.toString());
            if (clock != null) {
                statement.setString(2, clock.instant().toString());
            }
            statement.execute();
        }
    }

    /// A transaction as its queries see it, and the connection for what is no query.
    private record Session(JdbcClient queries, Connection connection) implements JdbcClient {

        @Override
        public StatementSpec sql(String sql) {
            return queries.sql(sql);
        }
    }

    /// Rows that are written one after the other.
    public interface Rows {

        /// Writes all rows.
        void write(CopiedRows rows) throws SQLException;
    }

    /// Puts many rows into a table that has no row-level security, such as a temporary one, in the caller's transaction.
    ///
    /// @param db as a call was given it
    /// @param table with its columns in brackets
    ///
    /// **errors** [StoreException] for what the database refuses
    public static void copy(JdbcClient db, String table, Rows rows) {
        if (!(db instanceof Session session)) {
            throw new IllegalArgumentException(
                    "client (" + db + ") must be that of a tenant's transaction\nMaybe pass on what call gave.");
        }
        try (CopiedRows copied = CopiedRows.into(session.connection(), table)) {
            rows.write(copied);
            copied.end();
        } catch (SQLException e) {
            throw SqlFailures.translate("rows were not copied into " + table, e);
        }
    }

    private static <T> T inTransaction(Connection connection, Function<JdbcClient, T> work) throws SQLException {
        try {
            T result = work.apply(new Session(
                    JdbcClient.create(new SingleConnectionDataSource(connection, true)), connection));
            connection.commit();
            return result;
        } catch (RuntimeException | Error | SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
