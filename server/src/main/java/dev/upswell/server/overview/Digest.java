package dev.upswell.server.overview;

import dev.upswell.server.trend.TrendTable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a document for executives tells.
///
/// @param sender on whose behalf
/// @param at when it was put together
/// @param kpis over the span that it is about; null where no video is a day old
/// @param beside the same over other spans, the shortest first
/// @param moving hashtags in order of their promise, at most a few
record Digest(String sender, Instant at, int days, @Nullable Kpis kpis, List<Kpis> beside, Cost cost,
        List<NextAction> actions, List<TrendTable.Line> moving) {

    Digest {
        beside = List.copyOf(beside);
        actions = List.copyOf(actions);
        moving = List.copyOf(moving);
    }
}
