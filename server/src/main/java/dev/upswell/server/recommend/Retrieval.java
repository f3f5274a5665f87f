package dev.upswell.server.recommend;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a tenant's videos are found.
///
/// **errors** [IndexUnavailable] of every method, where there is no index or it cannot be read
public interface Retrieval {

    /// What fits best, best first.
    List<Found> find(Wanted wanted);

    /// What was viewed most, most first; vectors and terms are passed over.
    List<Found> popular(Wanted wanted);

    /// These videos, as far as they are known and may be found, in no order; vectors and terms are passed over.
    List<Found> named(Collection<String> videos, Wanted wanted);

    /// How long after its posting a video may be found; null where videos do not expire.
    default @Nullable Duration lifetime() {
        return null;
    }

    /// Which version of texts its vectors are of.
    String textVersion();
}
