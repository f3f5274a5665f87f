package dev.upswell.server.trend;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Metric windows of a tenant were computed and can be read.
///
/// Rings the bell in the process; whoever must not miss a window looks into the tables at start-up.
///
/// @param entities how many entities were computed
/// @param rows rows that were new or came out differently
/// @param from earliest end of these rows; `null` when there are none
/// @param to latest end of these rows; `null` when there are none
/// @param skippedSources sources whose numbers cannot be measured, with the reason
public record MetricsComputed(TenantId tenant, long entities, long rows, @Nullable Instant from, @Nullable Instant to,
        Map<String, String> skippedSources) {

    public MetricsComputed {
        skippedSources = Map.copyOf(skippedSources);
    }
}
