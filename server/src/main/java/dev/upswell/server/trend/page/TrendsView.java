package dev.upswell.server.trend.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.web.Notice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the trends page shows.
///
/// @param watched how many entities of each kind have metrics; kinds that do not occur are left out
/// @param expectation what the serving model expects; null when no model serves this kind
/// @param rows ranked, best first
public record TrendsView(Freshness freshness, Map<EntityKind, Long> watched, @Nullable Expectation expectation,
        List<TrendRow> rows, List<Notice> notices) {

    public TrendsView {
        watched = Map.copyOf(watched);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /// How many entities of this kind have metrics.
    public long watched(EntityKind kind) {
        return watched.getOrDefault(kind, 0L);
    }
}
