package dev.upswell.server.trend.page;

import dev.upswell.server.web.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How to show one entity.
///
/// @param at the instant as of which to answer; null means the last one for which metrics exist
/// @param days how far back the series goes: 7, 30 or 90
public record EntityFilter(@Nullable Instant at, int days) {

    /// The filter that a query string asks for.
    public static EntityFilter from(Query query) {
        return new EntityFilter(query.instant("at").orElse(null),
                Integer.parseInt(query.choice("days", TrendsFilter.DAYS, "7")));
    }
}
