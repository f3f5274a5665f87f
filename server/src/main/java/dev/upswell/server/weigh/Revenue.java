package dev.upswell.server.weigh;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What orders of one's own shop brought by creator and period, as it was known at an instant.
///
/// @param named when the first order was made that names a creator, by creator
record Revenue(Map<String, Instant> named, List<Sum> sums) {

    Revenue {
        named = Map.copyOf(named);
        sums = List.copyOf(sums);
    }

    /// Over which time orders speak.
    ///
    /// @param first when the first order was made
    /// @param told when an order was told last
    record Span(Instant first, Instant told) {
    }

    /// Revenue of a creator in a period.
    ///
    /// @param back how many periods ago it ended
    /// @param amount null when a price is missing or currencies differ
    record Sum(String creator, int back, @Nullable Double amount, @Nullable String currency) {
    }
}
