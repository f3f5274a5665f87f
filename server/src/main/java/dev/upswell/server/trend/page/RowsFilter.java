package dev.upswell.server.trend.page;

import dev.upswell.content.EntityId;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which metric rows to show.
///
/// @param window the window's length: `15m`, `1h` or `24h`
/// @param at rows of windows that end at or before this; null means all
public record RowsFilter(String window, @Nullable Instant at, Paging paging) {

    /// The lengths of windows, shortest first.
    public static final List<String> WINDOWS = List.of("15m", "1h", "24h");

    /// The filter that a query string asks for.
    public static RowsFilter from(Query query) {
        return new RowsFilter(query.choice("window", WINDOWS, "24h"), query.instant("at").orElse(null),
                query.paging(50));
    }

    /// The address of another part of the rows.
    public String url(EntityId id, Paging part) {
        return Link.to("/metrics", id.kind().label(), id.value()).with("window", window, null).with("at", at, null)
                .with("limit", part.limit(), 50).with("offset", part.offset(), 0).toString();
    }
}
