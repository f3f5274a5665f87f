package dev.upswell.server.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of ads and shops.
public interface CommerceFacts {

    /// Facts, each by the names of its dataset's columns; results of ads also have `cpv`, the spend by plays of the video.
    ///
    /// @param total how many there are in all
    record Known(List<Map<String, @Nullable Object>> facts, long total) {
    }

    /// What was known at this time: of several facts about the same thing the one that was told last, those told last first.
    ///
    /// **units** money in its currency, rates as fractions, times in UTC · **cost** reads the whole dataset
    ///
    /// @param source that told them; empty for all
    Known list(FactKind kind, Optional<String> source, Instant asOf, int limit, long offset);
}
