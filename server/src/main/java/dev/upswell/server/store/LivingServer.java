package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import dev.upswell.server.postgres.EmbeddedPostgres;
import dev.upswell.server.postgres.FolderUsers;
import dev.upswell.server.postgres.PostgresException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The PostgreSQL server of an open store. An embedded one that died is started again by whoever next connects.
///
/// It may come back on another port, which every connection made from here on finds.
final class LivingServer {

    private final FolderUsers users;
    private final @Nullable EmbeddedPostgres embedded;
    private volatile PostgresAddress address;
    private volatile boolean left;

    LivingServer(FolderUsers users, @Nullable EmbeddedPostgres embedded, PostgresAddress address) {
        this.users = users;
        this.embedded = embedded;
        this.address = address;
    }

    PostgresAddress address() {
        return address;
    }

    /// New connections as the owner of the tables.
    DataSource owner() {
        return new Connections(PostgresAddress::owner);
    }

    /// New connections as the application.
    DataSource application() {
        return new Connections(PostgresAddress::application);
    }

    /// Starts nothing any more from now on; call it before the folder is left.
    void leave() {
        left = true;
    }

    private void revive(SQLException lost) throws SQLException {
        if (embedded == null) {
            throw lost;
        }
        try (FolderUsers.Guard _ = users.guard()) {
            if (left) {
                throw lost;
            }
            Credentials credentials = embedded.credentials();
            String url = embedded.start(found -> PostgresAddress.of(found, credentials).answers(), false);
            address = PostgresAddress.of(url, credentials);
        } catch (PostgresException e) {
            throw new SQLException(e.getMessage(), lost.getSQLState(), e);
        }
    }

    private final class Connections extends AbstractDataSource {

        private final Function<PostgresAddress, DataSource> role;

        Connections(Function<PostgresAddress, DataSource> role) {
            this.role = role;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                return role.apply(address).getConnection();
            } catch (SQLException e) {
                if (!SqlFailures.connectionLost(e)) {
                    throw e;
                }
                revive(e);
                return role.apply(address).getConnection();
            }
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("the store knows its own roles");
        }
    }
}
