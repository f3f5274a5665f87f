package dev.upswell.server.recommend;

import java.util.Collection;
import java.util.List;

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

    /// Which version of texts its vectors are of.
    String textVersion();
}
