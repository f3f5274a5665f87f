package dev.upswell.server.store;

import dev.upswell.server.postgres.Credentials;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// How to reach a PostgreSQL database, as the owner of the tables and as the application.
record PostgresAddress(String url, String ownerRole, String ownerPassword, String appPassword) {

    static PostgresAddress of(String url, Credentials credentials) {
        return new PostgresAddress(url, Credentials.OWNER, credentials.ownerPassword(), credentials.appPassword());
    }

    static PostgresAddress of(ExternalPostgres external) {
        return new PostgresAddress(external.url(), external.owner(), external.ownerPassword(), external.appPassword());
    }

    /// Whether the server takes the owner's connection now; one that is starting, stopping or dying does not.
    boolean answers() {
        try {
            owner().getConnection().close();
            return true;
        } catch (SQLException e) {
            StoreException failure = SqlFailures.translate("embedded PostgreSQL refuses its owner", e);
            if (failure.isRetryable()) {
                return false;
            }
            throw failure;
        }
    }

    DataSource owner() {
        return source(ownerRole, ownerPassword);
    }

    DataSource application() {
        return source(Credentials.APP, appPassword);
    }

    /// Asks the driver itself: `DriverManager` would first load every other driver, among them DuckDB's 70 MB.
    private DataSource source(String role, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "upswell");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The detail of an error holds the row that failed, with names and texts that are for no log.
        properties.setProperty("logServerErrorDetail", "false");
        return new SimpleDriverDataSource(new Driver(), url, properties);
    }

    @Override
    public String toString() {
        return url;
    }
}
