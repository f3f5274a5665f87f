package dev.upswell.server.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An erasure of a creator as it is kept: never whose, once it ended.
///
/// @param plain whether the bare handle counted as a mention in texts
/// @param steps that ended, in their order
/// @param endedAt null while it is open
/// @param removed rows that went or were emptied, by table or dataset
/// @param search what was searched last and what was found; null before the first search
/// @param models that were trained before and may have learnt from them
/// @param proof SHA-256 in hexadecimal digits of all this, as it stands in the chain of the request audit; null while it is open
public record Erasure(UUID id, boolean plain, List<String> steps, Asked asked, @Nullable Instant endedAt,
        Map<String, Long> removed, @Nullable Search search, List<String> models, @Nullable String proof) {

    /// Who asked for it when.
    public record Asked(String by, Instant at) {
    }

    /// What was searched for names, and what was found.
    ///
    /// @param tables every table of the database that belongs to tenants
    /// @param lakeFiles every file of the tenant's lake on the disk
    /// @param otherFiles files of the index and texts beside the database
    /// @param found rows or files that name them, by place; empty where the erasure is complete
    /// @param kept rows that name them and have to stay, by place
    public record Search(long tables, long lakeFiles, long otherFiles, Map<String, Long> found,
            Map<String, Long> kept) {

        public Search {
            found = Map.copyOf(found);
            kept = Map.copyOf(kept);
        }
    }

    public Erasure {
        steps = List.copyOf(steps);
        removed = Map.copyOf(removed);
        models = List.copyOf(models);
    }

    /// Whether it ended.
    public boolean done() {
        return endedAt != null;
    }

    /// How many rows went or were emptied.
    public long rows() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }
}
