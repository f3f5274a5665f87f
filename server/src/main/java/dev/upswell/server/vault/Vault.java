package dev.upswell.server.vault;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.vault.VaultRepository.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The secrets of one tenant, encrypted at rest: what goes in comes out for this tenant and under this name alone.
///
/// Clear bytes are handed to the caller, who keeps them no longer than needed and never writes them down.
///
/// **errors** [VaultRefused] where the master key is missing or another · **source** `docs/decisions/039-sessions-and-keys.md`.
public final class Vault {

    private final TenantId tenant;
    private final Database database;
    private final MasterKeys keys;
    private final InstantSource clock;
    private final VaultRepository repository = new VaultRepository();

    public Vault(TenantId tenant, Database database, MasterKeys keys, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /// Keeps these bytes under this name, in place of what was there.
    public void put(String name, byte[] clear) {
        database.transactions().run(tenant, db -> put(db, name, clear));
    }

    /// The same in the caller's transaction.
    public void put(JdbcClient db, String name, byte[] clear) {
        // First the lock, then the keys: a rotation that forgets a key waits for whoever read it.
        repository.holdKeys(db);
        repository.put(db, name, keys.ring().present().seal(place(tenant, name), clear), clock.instant());
    }

    /// The bytes under this name, if there are any.
    public Optional<byte[]> find(String name) {
        return database.transactions().call(tenant, db -> find(db, name));
    }

    /// The same in the caller's transaction.
    public Optional<byte[]> find(JdbcClient db, String name) {
        repository.holdKeys(db);
        return repository.find(db, name)
                .map(row -> opened(keys.ringFor(List.of(row.sealed().keyId())), row));
    }

    /// Forgets what is under this name, in the caller's transaction; whether there was anything.
    public boolean remove(JdbcClient db, String name) {
        return repository.remove(db, name);
    }

    /// A secret that is kept.
    ///
    /// @param clear empty where it cannot be opened, because it was sealed with a master key that is not at hand, or changed
    record Kept(String name, Instant sealedAt, Optional<byte[]> clear) {
    }

    /// All whose names begin with this, by name.
    List<Kept> list(String start) {
        return database.transactions().call(tenant, db -> {
            repository.holdKeys(db);
            List<Row> rows = repository.list(db, start);
            if (rows.isEmpty()) {
                return List.of();
            }
            KeyRing ring = keys.ringFor(rows.stream().map(row -> row.sealed().keyId()).toList());
            return rows.stream().map(row -> new Kept(row.name(), row.sealedAt(), openable(ring, row))).toList();
        });
    }

    private Optional<byte[]> openable(KeyRing ring, Row row) {
        try {
            return Optional.of(opened(ring, row));
        } catch (VaultRefused closed) {
            return Optional.empty();
        }
    }

    private byte[] opened(KeyRing ring, Row row) {
        return opened(ring, tenant, row);
    }

    static byte[] opened(KeyRing ring, TenantId tenant, Row row) {
        MasterKey key = ring.find(row.sealed().keyId()).orElseThrow(() -> VaultRefused.locked(
                "a secret was sealed with the master key " + row.sealed().keyId() + ", which is not at hand",
                "Restore the master key where it was (vault/master.key of the data folder, vault.master-key, HashiCorp Vault); or set the secret again."));
        return key.open(place(tenant, row.name()), row.sealed());
    }

    /// Where a secret opens.
    static String place(TenantId tenant, String name) {
        return tenant + "\n" + name;
    }
}
