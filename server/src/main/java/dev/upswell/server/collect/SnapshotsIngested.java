package dev.upswell.server.collect;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file was imported to its end and said something new.
///
/// Rings the bell in the process; whoever must not miss an import looks into the list of due metrics at start-up.
///
/// @param observations readings stored, from 0: a file may only describe videos
/// @param entities how many distinct entities the file's rows are about
/// @param from time of the earliest reading in the file; `null` when it has none
/// @param to time of the latest reading in the file; `null` when it has none
public record SnapshotsIngested(TenantId tenant, long observations, long entities, @Nullable Instant from,
        @Nullable Instant to) {

    /// What this report tells.
    public static SnapshotsIngested of(TenantId tenant, FileReport report) {
        long entities = report.entities().values().stream().mapToLong(Long::longValue).sum();
        return new SnapshotsIngested(tenant, report.observations(), entities, report.from(), report.to());
    }
}
