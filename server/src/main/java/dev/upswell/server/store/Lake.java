package dev.upswell.server.store;

import java.nio.file.Path;

/// The Parquet files below the data folder, worked on by in-memory DuckDB connections.
///
/// Reading and writing need no lock between processes: files never change, and only the [Manifest] says which exist.
public final class Lake {

    private final Path folder;
    private final Path spillFolder;
    private final int memoryMb;
    private final TenantTransactions transactions;
    private final Manifest manifest;

    Lake(StoreSettings settings, TenantTransactions transactions, Manifest manifest) {
        this.folder = settings.lakeFolder();
        this.spillFolder = settings.spillFolder();
        this.memoryMb = settings.lakeMemoryMb();
        this.transactions = transactions;
        this.manifest = manifest;
    }

    /// A connection to this tenant's files. **cost** about 20 ms and the memory of the settings while it works; one thread at a time.
    public LakeSession open(TenantId tenant) {
        return new LakeSession(tenant, DuckDb.open(spillFolder, memoryMb), folder, transactions, manifest);
    }
}
