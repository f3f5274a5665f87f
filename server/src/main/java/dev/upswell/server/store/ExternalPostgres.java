package dev.upswell.server.store;

/// A PostgreSQL server that Upswell uses and does not run.
///
/// @param url JDBC address of an empty or earlier Upswell database
/// @param owner role that owns the tables and migrates them; may create roles, or the role `upswell_app` exists already
/// @param ownerPassword its password
/// @param appPassword password of the role `upswell_app`, which the application works as
public record ExternalPostgres(String url, String owner, String ownerPassword, String appPassword) {

    /// The address and role, without the passwords.
    @Override
    public String toString() {
        return url + " as " + owner;
    }
}
