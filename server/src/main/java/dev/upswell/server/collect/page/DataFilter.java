package dev.upswell.server.collect.page;

import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import org.jspecify.annotations.Nullable;

/// Which quarantined rows to show.
///
/// @param reason the code of one reason; null means all
/// @param file part of a file name; null means all
public record DataFilter(@Nullable String reason, @Nullable String file, Paging paging) {

    static DataFilter from(Query query) {
        return new DataFilter(query.text("reason", 80).orElse(null), query.text("file", 200).orElse(null),
                query.paging(25));
    }

    /// Whether the list is narrowed.
    public boolean narrowed() {
        return reason != null || file != null;
    }
}
