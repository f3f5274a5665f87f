package dev.upswell.server.cli;

import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.TenantId;
import java.nio.file.Path;
import java.util.List;

/// What commands work with: the services of one tenant on one data folder, open for the time of a command.
public interface Workplace extends AutoCloseable {

    /// Whose data it is.
    TenantId tenant();

    /// Where the data lies.
    Path dataFolder();

    /// Whether the store is sound.
    List<StoreCheck.Finding> check();

    @Override
    void close();
}
