package dev.upswell.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The Parquet files below the data folder, worked on by in-memory DuckDB connections.
///
/// Reading and writing need no lock between processes: files never change, and only the [Manifest] says which exist.
///
/// Every session has an instance of DuckDB to itself, with the memory of the settings. Opening one anew takes longer than most
/// questions, so a few that are free wait for the next session; what a session made ends with its connection.
public final class Lake {

    private static final int KEPT = 2;

    private final Path folder;
    private final Path spillFolder;
    private final int memoryMb;
    private final TenantTransactions transactions;
    private final Manifest manifest;
    private final LinkedBlockingDeque<DuckDBConnection> free = new LinkedBlockingDeque<>(KEPT);
    private volatile boolean closed;

    Lake(StoreSettings settings, TenantTransactions transactions, Manifest manifest) {
        this.folder = settings.lakeFolder();
        this.spillFolder = settings.spillFolder();
        this.memoryMb = settings.lakeMemoryMb();
        this.transactions = transactions;
        this.manifest = manifest;
    }

    /// A connection to this tenant's files. **cost** about 1 ms, 20 ms where no instance is free, and the memory of the settings
    /// while it works; one thread at a time.
    public LakeSession open(TenantId tenant) {
        DuckDBConnection kept = free.pollFirst();
        DuckDBConnection connection = kept == null ? null : connected(kept);
        if (kept == null || connection == null) {
            kept = DuckDb.open(spillFolder, memoryMb);
            connection = connected(kept);
        }
        if (connection == null) {
            throw StoreException.permanent("DuckDB did not start", spillFolder.toString(),
                    "Check free memory; the log has more.", new SQLException("a new instance took no connection"));
        }
        DuckDBConnection instance = kept;
        return new LakeSession(tenant, connection, folder, transactions, manifest, () -> giveBack(instance));
    }

    /// A connection of its own to this instance; null where the instance broke, which is closed then.
    private static @Nullable DuckDBConnection connected(DuckDBConnection instance) {
        try {
            return DuckDb.another(instance);
        } catch (SQLException e) {
            DuckDb.close(instance);
            return null;
        }
    }

    private void giveBack(DuckDBConnection instance) {
        if (closed || !free.offerFirst(instance)) {
            DuckDb.close(instance);
        } else if (closed) {
            close();
        }
    }

    /// Ends the instances that wait; those in use end with their sessions.
    void close() {
        closed = true;
        for (DuckDBConnection instance = free.poll(); instance != null; instance = free.poll()) {
            DuckDb.close(instance);
        }
    }
}
