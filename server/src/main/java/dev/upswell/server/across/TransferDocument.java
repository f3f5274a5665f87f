package dev.upswell.server.across;

import dev.upswell.across.Transfer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far patterns may be carried over, as commands and answers show it.
///
/// @param hashtags likeness of the hashtags used, 0 to 1; null where unknown
/// @param audience likeness of the audiences, 0 to 1; null where unknown
/// @param lifecycle nearness of the products' stages, 0 to 1; null where unknown
/// @param shared hashtags that one of twenty videos of each has
/// @param worst the score if all that is unknown were as unlike as can be, 0 to 1
/// @param best the score if all that is unknown were the same, 0 to 1
/// @param verdict transferable, needs_adaptation, stays or unknown
public record TransferDocument(String from, String to, @Nullable Double hashtags, @Nullable Double audience,
        @Nullable Double lifecycle, List<String> shared, double worst, double best, String verdict) {

    public TransferDocument {
        shared = List.copyOf(shared);
    }

    /// What was weighed.
    public static TransferDocument of(Transfers.Weighed one) {
        Transfer transfer = one.transfer();
        return new TransferDocument(one.from(), one.to(), transfer.hashtags(), transfer.audience(),
                transfer.lifecycle(), List.copyOf(one.shared()), transfer.worst(), transfer.best(),
                transfer.verdict().name().toLowerCase(Locale.ROOT));
    }
}
