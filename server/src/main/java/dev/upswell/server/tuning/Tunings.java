package dev.upswell.server.tuning;

import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The searches that were done, and whose settings are in force.
public final class Tunings {

    private final Database database;
    private final TuningRepository tunings = new TuningRepository();

    /// The searches in this store.
    public Tunings(Database database) {
        this.database = database;
    }

    /// All searches, the newest first.
    public List<StoredTuning> list(TenantId tenant) {
        return database.transactions().call(tenant, tunings::list);
    }

    /// The search whose settings hold for what is trained or judged from `at` on: the newest that knew nothing later.
    ///
    /// So neither a training in the past nor a backtest is helped by what came afterwards.
    /// **absence** empty when the usual settings hold, because there was no search or because it kept them.
    public Optional<StoredTuning> inForce(TenantId tenant, ModelTask task, Instant at) {
        return database.transactions().call(tenant, db -> tunings.latest(db, task, at))
                .filter(found -> found.report().adopted());
    }

    /// The search that a person means by its id or the unambiguous beginning of it.
    ///
    /// **errors** [TuningRefused] when there is none, or more than one.
    public StoredTuning get(TenantId tenant, String meant) {
        List<StoredTuning> matching = list(tenant).stream().filter(one -> one.id().toString().startsWith(meant))
                .toList();
        if (meant.isBlank() || matching.size() != 1) {
            throw TuningRefused.unknown(matching.size() > 1 ? meant + "… (several begin so)" : meant);
        }
        return matching.getFirst();
    }
}
