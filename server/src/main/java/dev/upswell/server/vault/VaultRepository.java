package dev.upswell.server.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `vault_entry`. All calls run inside the caller's tenant transaction.
final class VaultRepository {

    private static final String LOCK = "(hashtextextended('vault', 0))";

    /// A secret with where it lies.
    record Row(String name, Sealed sealed, Instant sealedAt) {
    }

    /// Keeps master keys from being forgotten until the transaction ends.
    void holdKeys(JdbcClient db) {
        db.sql("select count(*) from (select pg_advisory_xact_lock_shared" + LOCK + ") held").query(Long.class)
                .single();
    }

    /// Waits until nobody holds the keys, and lets nobody hold them until the transaction ends.
    void awaitHolders(JdbcClient db) {
        db.sql("select count(*) from (select pg_advisory_xact_lock" + LOCK + ") held").query(Long.class).single();
    }

    void put(JdbcClient db, String name, Sealed sealed, Instant at) {
        db.sql("""
            insert into vault_entry (name, key_id, nonce, sealed, sealed_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, name) do update set key_id = excluded.key_id, nonce = excluded.nonce,
            sealed = excluded.sealed, sealed_at = excluded.sealed_at""")
                .params(name, sealed.keyId(), sealed.nonce(), sealed.text(), at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Row> find(JdbcClient db, String name) {
        return db.sql("select * from vault_entry where name = ?").param(name).query((row, index) -> row(row))
                .optional();
    }

    /// All, by name; locked until the transaction ends, so that none is changed meanwhile.
    List<Row> listForUpdate(JdbcClient db) {
        return db.sql("select * from vault_entry order by name for update").query((row, index) -> row(row)).list();
    }

    /// All whose names begin with this, by name.
    List<Row> list(JdbcClient db, String start) {
        return db.sql("select * from vault_entry where starts_with(name, ?) order by name").param(start)
                .query((row, index) -> row(row)).list();
    }

    boolean remove(JdbcClient db, String name) {
        return db.sql("delete from vault_entry where name = ?").param(name).update() > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("name"),
                new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("sealed")),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }
}
