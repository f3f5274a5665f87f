package dev.upswell.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Locks for work that only one process may do for a tenant at a time, such as importing.
///
/// PostgreSQL holds the lock for a connection, so it ends with a killed process, and also with a restart of PostgreSQL. A
/// lock keeps others from doing the same work in vain; that no work counts twice is for [Manifest#requireLast] to see to.
public final class TenantLocks {

    private static final Logger LOG = LoggerFactory.getLogger(TenantLocks.class);

    private static final String CANCELLED = "57014";
    private static final String WAITING = "select true from (select pg_advisory_lock(hashtextextended(?, 0))) as taken";

    private final DataSource application;

    TenantLocks(DataSource application) {
        this.application = application;
    }

    /// The right to do the named work, until closed.
    public static final class Held implements AutoCloseable {

        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        /// Lets go of the lock. The work is done by then, so a lost connection, which ended the lock already, is no failure.
        @Override
        public void close() {
            // The server ends a closed session in its own time; without the unlock the next try may come too early.
            try (connection; Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            } catch (SQLException e) {
                LOG.warn("the lock's connection was lost before the work ended: {}", e.getMessage());
            }
        }
    }

    /// Takes the lock for this work, waiting while another holds it.
    public Held acquire(TenantId tenant, String work) {
        return lock(WAITING, tenant, work, Duration.ZERO).orElseThrow();
    }

    /// Takes the lock for this work, waiting so long at most, in whole seconds from 1; empty when another holds it still.
    public Optional<Held> tryAcquire(TenantId tenant, String work, Duration patience) {
        return lock(WAITING, tenant, work, patience);
    }

    /// Takes the lock for this work; empty when another holds it.
    public Optional<Held> tryAcquire(TenantId tenant, String work) {
        return lock("select pg_try_advisory_lock(hashtextextended(?, 0))", tenant, work, Duration.ZERO);
    }

    /// @param patience after which waiting ends; zero for no end
    private Optional<Held> lock(String sql, TenantId tenant, String work, Duration patience) {
        try {
            Connection connection = application.getConnection();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout((int) patience.toSeconds());
                statement.setString(1, tenant + "/" + work);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        return Optional.of(new Held(connection));
                    }
                }
            } catch (SQLException e) {
                connection.close();
                if (CANCELLED.equals(e.getSQLState())) {
                    return Optional.empty();
                }
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw SqlFailures.translate("lock for " + work + " was not given", e);
        }
    }
}
