package dev.upswell.server.store;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the store lies.
///
/// @param dataFolder holds the embedded database, the lake, locks and logs; created when missing
/// @param binariesFolder where the programs of the embedded PostgreSQL are unpacked (60 MB); several data folders may share it
/// @param lakeMemoryMb how much memory, in MB, a connection to the lake may use before it spills to disk
/// @param external the server to use instead of the embedded one; `null` for the embedded one
public record StoreSettings(Path dataFolder, Path binariesFolder, int lakeMemoryMb,
        @Nullable ExternalPostgres external) {

    /// What a connection to the lake may use when nothing else is said, in MB.
    public static final int USUAL_LAKE_MEMORY_MB = 600;

    public StoreSettings {
        Objects.requireNonNull(dataFolder, "dataFolder");
        dataFolder = dataFolder.toAbsolutePath().normalize();
        binariesFolder = binariesFolder.toAbsolutePath().normalize();
    }

    /// The embedded PostgreSQL, everything within this folder.
    public static StoreSettings embedded(Path dataFolder) {
        return new StoreSettings(dataFolder, dataFolder.resolve("postgres").resolve("programs"), USUAL_LAKE_MEMORY_MB,
                null);
    }

    /// The same, with the programs of PostgreSQL in this folder.
    public StoreSettings withBinariesFolder(Path folder) {
        return new StoreSettings(dataFolder, folder, lakeMemoryMb, external);
    }

    /// The same, with this much memory for each connection to the lake.
    public StoreSettings withLakeMemory(int megabytes) {
        return new StoreSettings(dataFolder, binariesFolder, megabytes, external);
    }

    /// The same, on this PostgreSQL server.
    public StoreSettings withExternal(ExternalPostgres postgres) {
        return new StoreSettings(dataFolder, binariesFolder, lakeMemoryMb, postgres);
    }

    Path lakeFolder() {
        return dataFolder.resolve("lake");
    }

    Path spillFolder() {
        return dataFolder.resolve("tmp");
    }
}
