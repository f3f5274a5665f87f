package dev.upswell.server.store;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// How to reach a PostgreSQL database, as the owner of the tables and as the application.
record PostgresAddress(String url, String ownerRole, String ownerPassword, String appPassword) {

    static PostgresAddress of(int port, Credentials credentials) {
        return new PostgresAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", Credentials.OWNER,
                credentials.ownerPassword(), credentials.appPassword());
    }

    static PostgresAddress of(ExternalPostgres external) {
        return new PostgresAddress(external.url(), external.owner(), external.ownerPassword(), external.appPassword());
    }

    DataSource owner() {
        return source(ownerRole, ownerPassword);
    }

    DataSource application() {
        return source(Credentials.APP, appPassword);
    }

    private DataSource source(String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(password);
        source.setApplicationName("upswell");
        source.setConnectTimeout(10);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    @Override
    public String toString() {
        return url;
    }
}
