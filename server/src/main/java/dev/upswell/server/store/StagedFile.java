package dev.upswell.server.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A Parquet file that lies complete and durable in the lake, and that nobody sees until [Manifest#publish] commits.
///
/// @param path below the lake folder, with forward slashes
/// @param rows above 0
/// @param minTime least time in the file; `null` when the file must be read for every range
/// @param maxTime greatest time in the file; `null` exactly when `minTime` is
public record StagedFile(TenantId tenant, UUID id, String dataset, String path, long rows, long bytes,
        @Nullable Instant minTime, @Nullable Instant maxTime) {
}
