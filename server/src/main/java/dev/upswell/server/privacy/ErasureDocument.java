package dev.upswell.server.privacy;

import dev.upswell.server.privacy.Erasure.Search;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record of an erasure as REST and `--json` tell it.
///
/// @param endedAt null while it is open
/// @param rows that went or were emptied
/// @param search null before the first search
/// @param proof null while it is open
/// @param standing of the proof: open, as written or changed
public record ErasureDocument(UUID id, String askedBy, Instant askedAt, @Nullable Instant endedAt, long rows,
        Map<String, Long> removed, @Nullable Search search, List<String> models, @Nullable String proof,
        String standing) {

    /// The record of this erasure.
    public static ErasureDocument of(Erasure one) {
        return new ErasureDocument(one.id(), one.asked().by(), one.asked().at(), one.endedAt(), one.rows(),
                new TreeMap<>(one.removed()), one.search(), one.models(), one.proof(), standing(one));
    }

    /// Whether the record says what it said when it ended.
    public static String standing(Erasure one) {
        return !one.done() ? "open" : Erasures.isUnchanged(one) ? "as written" : "changed";
    }
}
