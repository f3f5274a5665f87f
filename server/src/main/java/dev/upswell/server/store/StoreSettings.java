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
/// @param sharedLake where the lake lies that servers with data folders of their own share; `null` keeps it in the data folder
public record StoreSettings(Path dataFolder, Path binariesFolder, int lakeMemoryMb,
        @Nullable ExternalPostgres external, @Nullable Path sharedLake) {

    /// What a connection to the lake may use when nothing else is said, in MB.
    public static final int USUAL_LAKE_MEMORY_MB = 600;

    public StoreSettings {
        Objects.requireNonNull(dataFolder, "dataFolder");
        dataFolder = dataFolder.toAbsolutePath().normalize();
        binariesFolder = binariesFolder.toAbsolutePath().normalize();
        sharedLake = sharedLake == null ? null : sharedLake.toAbsolutePath().normalize();
    }

    /// The embedded PostgreSQL, everything within this folder.
    public static StoreSettings embedded(Path dataFolder) {
        return new StoreSettings(dataFolder, dataFolder.resolve("postgres").resolve("programs"), USUAL_LAKE_MEMORY_MB,
                null, null);
    }

    /// The same, with the programs of PostgreSQL in this folder.
    public StoreSettings withBinariesFolder(Path folder) {
        return new StoreSettings(dataFolder, folder, lakeMemoryMb, external, sharedLake);
    }

    /// The same, with this much memory for each connection to the lake.
    public StoreSettings withLakeMemory(int megabytes) {
        return new StoreSettings(dataFolder, binariesFolder, megabytes, external, sharedLake);
    }

    /// The same, on this PostgreSQL server.
    public StoreSettings withExternal(ExternalPostgres postgres) {
        return new StoreSettings(dataFolder, binariesFolder, lakeMemoryMb, postgres, sharedLake);
    }

    /// The same, with the lake in this folder, which other servers use too.
    public StoreSettings withSharedLake(Path folder) {
        return new StoreSettings(dataFolder, binariesFolder, lakeMemoryMb, external, folder);
    }

    /// Where the lake files lie.
    public Path lakeFolder() {
        Path shared = sharedLake;
        return shared == null ? dataFolder.resolve("lake") : shared;
    }

    Path spillFolder() {
        return dataFolder.resolve("tmp");
    }
}
