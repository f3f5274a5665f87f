package dev.upswell.server.vault;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.vault.VaultRepository.Row;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Seals the secrets of all tenants anew with another master key, and forgets the old ones.
///
/// It can be killed at any instant: until the last secret is sealed anew the old keys are kept.
public final class Rotation {

    /// Rotations of all tenants exclude each other, so their lock belongs to none.
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final Database database;
    private final MasterKeys keys;
    private final InstantSource clock;
    private final VaultRepository repository = new VaultRepository();

    public Rotation(Database database, MasterKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /// What a rotation did.
    ///
    /// @param key id of the master key that now seals
    /// @param sealed secrets that were sealed anew
    /// @param closed secrets that could not be opened, and stay as they are
    /// @param given whether the key is that of a setting or of a place outside, so that the key file is no longer needed
    public record Rotated(String key, long sealed, long closed, boolean given) {
    }

    /// Goes over to a new master key, or to the one that is set.
    ///
    /// **cost** a transaction for each tenant; nobody can seal or open meanwhile.
    public Rotated rotate() {
        try (TenantLocks.Held _ = database.locks().acquire(NOBODY, "vault rotation")) {
            if (!keys.areGiven()) {
                keys.ring();
                keys.add();
            }
            KeyRing ring = keys.ring();
            Anew total = new Anew(0, 0);
            for (String name : database.tenants().names()) {
                TenantId tenant = database.tenants().find(name).orElseThrow();
                Anew one = database.transactions().call(tenant, db -> anew(db, tenant, ring));
                total = total.and(one);
            }
            if (!keys.areGiven()) {
                keys.forgetFormer();
            }
            return new Rotated(ring.present().id(), total.sealed(), total.closed(), keys.areOutside());
        }
    }

    private record Anew(long sealed, long closed) {

        Anew and(Anew other) {
            return new Anew(sealed + other.sealed, closed + other.closed);
        }
    }

    private Anew anew(JdbcClient db, TenantId tenant, KeyRing ring) {
        repository.awaitHolders(db);
        List<Row> rows = repository.listForUpdate(db);
        long done = rows.stream().filter(row -> anew(db, tenant, ring, row)).count();
        return new Anew(done, rows.size() - done);
    }

    private boolean anew(JdbcClient db, TenantId tenant, KeyRing ring, Row row) {
        byte[] clear;
        try {
            clear = Vault.opened(ring, tenant, row);
        } catch (VaultRefused closed) {
            return false;
        }
        repository.put(db, row.name(), ring.present().seal(Vault.place(tenant, row.name()), clear), clock.instant());
        return true;
    }
}
