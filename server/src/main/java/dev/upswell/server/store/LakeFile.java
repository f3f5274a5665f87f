package dev.upswell.server.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published file of the lake, as the manifest describes it.
///
/// @param path below the lake folder, with forward slashes
/// @param minTime least time in the file; `null` when the file must be read for every range
/// @param maxTime greatest time in the file; `null` exactly when `minTime` is
/// @param seq position among the tenant's files in the order of commits, from 1
/// @param storedAt when the youngest of its rows was first stored, which merging and rewriting do not change
public record LakeFile(UUID id, String dataset, String path, long rows, long bytes, @Nullable Instant minTime,
        @Nullable Instant maxTime, long seq, Instant storedAt) {
}
