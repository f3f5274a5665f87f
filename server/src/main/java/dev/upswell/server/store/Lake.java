package dev.upswell.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Parquet files below the data folder, worked on by in-memory DuckDB connections.
///
/// Reading and writing need no lock between processes: files never change, and only the [Manifest] says which exist.
///
/// Every session has an instance of DuckDB to itself, with the memory of the settings. Opening one anew takes longer than most
/// questions, so a few that are free wait for the next session; what a session made ends with its connection, and an instance
/// in which more is left is not used again.
public final class Lake {

    private static final Logger LOG = LoggerFactory.getLogger(Lake.class);
    private static final int KEPT = 2;

    private final Path folder;
    private final Path spillFolder;
    private final int memoryMb;
    private final TenantTransactions transactions;
    private final Manifest manifest;
    private final LinkedBlockingDeque<Instance> free = new LinkedBlockingDeque<>(KEPT);
    private volatile boolean closed;

    Lake(StoreSettings settings, TenantTransactions transactions, Manifest manifest) {
        this.folder = settings.lakeFolder();
        this.spillFolder = settings.spillFolder();
        this.memoryMb = settings.lakeMemoryMb();
        this.transactions = transactions;
        this.manifest = manifest;
    }

    /// A DuckDB in memory, to which one session at a time connects.
    interface Instance {

        /// A connection with temporary tables of its own.
        ///
        /// **errors** `SQLException` when the instance met a failure after which it does nothing more
        DuckDBConnection connect() throws SQLException;

        /// Ends a session's connection, and with it what the session made in the temporary schema.
        void disconnect(DuckDBConnection session) throws SQLException;

        /// The names of tables and views that outlived their session's connection, and that the next one would see.
        List<String> leftBehind() throws SQLException;

        /// Ends the instance and frees its memory.
        void close() throws SQLException;
    }

    /// A connection to this tenant's files. **cost** about 1 ms, 20 ms where no instance is free, and the memory of the settings
    /// while it works; one thread at a time.
    public LakeSession open(TenantId tenant) {
        for (Instance kept = free.pollFirst(); kept != null; kept = free.pollFirst()) {
            try {
                return session(tenant, kept);
            } catch (SQLException e) {
                LOG.warn("an instance of DuckDB broke while it waited; another takes its place", e);
                discard(kept);
            }
        }
        Instance fresh = DuckDb.open(spillFolder, memoryMb);
        try {
            return session(tenant, fresh);
        } catch (SQLException e) {
            discard(fresh);
            throw StoreException.permanent("DuckDB did not start", spillFolder.toString(),
                    "Check free memory, or allow the lake less of it.", e);
        }
    }

    private LakeSession session(TenantId tenant, Instance instance) throws SQLException {
        DuckDBConnection connection = instance.connect();
        return new LakeSession(tenant, connection, new LakeSession.Folders(folder, spillFolder), transactions, manifest,
                () -> end(instance, connection));
    }

    private void end(Instance instance, DuckDBConnection connection) {
        try {
            instance.disconnect(connection);
        } catch (SQLException e) {
            discard(instance);
            throw DuckDb.failure("connection did not close", e);
        }
        giveBack(instance);
    }

    /// Lets an instance wait for the next session, unless enough do, or the last session left something in it.
    void giveBack(Instance instance) {
        if (closed || !isEmpty(instance) || !free.offerFirst(instance)) {
            discard(instance);
        } else if (closed) {
            close();
        }
    }

    /// The next session may be another tenant's.
    private static boolean isEmpty(Instance instance) {
        try {
            List<String> left = instance.leftBehind();
            if (!left.isEmpty()) {
                LOG.warn("a session left {} outside the temporary schema; its instance of DuckDB is not used again",
                        left);
            }
            return left.isEmpty();
        } catch (SQLException e) {
            LOG.warn("an instance of DuckDB broke in use and is not used again", e);
            return false;
        }
    }

    /// Whoever had the instance is done with it, or has a worse failure to tell.
    private static void discard(Instance instance) {
        try {
            instance.close();
        } catch (SQLException e) {
            LOG.warn("an instance of DuckDB did not close, and may hold its memory until the process ends", e);
        }
    }

    /// Ends the instances that wait; those in use end with their sessions.
    ///
    /// **errors** [StoreException] when one did not close; the others did
    void close() {
        closed = true;
        StoreException failure = null;
        for (Instance instance = free.poll(); instance != null; instance = free.poll()) {
            try {
                instance.close();
            } catch (SQLException e) {
                StoreException one = DuckDb.failure("connection did not close", e);
                if (failure == null) {
                    failure = one;
                } else {
                    failure.addSuppressed(one);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
