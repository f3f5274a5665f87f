package dev.upswell.server.trend;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the windows that are due and stores their rows.
///
/// A kill at any instant loses and doubles nothing; one process at a time works for a tenant. Doing the same work twice
/// writes nothing the second time.
///
/// **errors** [dev.upswell.server.store.StoreException]; what was done before it stays done.
public interface MetricComputing {

    /// Computes all that is due, waiting while another process does so.
    MetricsComputed computeDue(TenantId tenant, MetricProgress progress);

    /// As [#recompute], but empty when another process computes: it finds what is due as well.
    Optional<MetricsComputed> tryRecompute(TenantId tenant, @Nullable Instant from, @Nullable Instant to,
            MetricProgress progress);

    /// Computes again all windows that end in [`from`, `to`], and whatever else is due until `to`.
    ///
    /// @param from `null` to compute only what is due
    /// @param to `null` for now; work after it stays due
    MetricsComputed recompute(TenantId tenant, @Nullable Instant from, @Nullable Instant to, MetricProgress progress);

    /// How many entities wait for computation.
    long waiting(TenantId tenant);

    /// The computation that began last; empty when there was none.
    Optional<MetricRun> lastRun(TenantId tenant);
}
