package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.MetricRun;
import dev.upswell.server.trend.MetricsComputed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the windows that are due and stores their rows.
///
/// Work is taken from table `metric_due` in batches of bounded size. One transaction makes a batch's rows visible and
/// removes exactly the work that it did, so that a kill at any instant loses and doubles nothing; one process at a time
/// works for a tenant, others wait. Doing the same work twice writes nothing the second time.
///
/// **cost** about 5 seconds for a million readings on two cores; memory grows with the readings of a batch, not with their
/// number · **errors** [dev.upswell.server.store.StoreException]; what was done before it stays done.
public final class MetricJob implements MetricComputing {

    private static final String WORK = MetricDataset.WORK;

    /// So many small files are left for readers to open; more are merged, which frequent runs on few readings make needful.
    private static final int SMALL_FILES = 32;

    /// Hashtags and sounds come second: what their videos gained makes work for them.
    private static final List<List<EntityKind>> ORDER = List.of(List.of(EntityKind.VIDEO, EntityKind.CREATOR),
            List.of(EntityKind.HASHTAG, EntityKind.SOUND));

    private final Database database;
    private final InstantSource clock;
    private final Consumer<MetricsComputed> bell;
    private final DueRepository dues = new DueRepository();
    private final MetricRunRepository runs = new MetricRunRepository();

    /// @param bell is told after every computation that did something
    public MetricJob(Database database, InstantSource clock, Consumer<MetricsComputed> bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public MetricsComputed computeDue(TenantId tenant, MetricProgress progress) {
        try (TenantLocks.Held held = database.locks().acquire(tenant, WORK)) {
            return compute(tenant, clock.instant(), progress);
        }
    }

    @Override
    public Optional<MetricsComputed> tryRecompute(TenantId tenant, @Nullable Instant from, @Nullable Instant to,
            MetricProgress progress) {
        Optional<TenantLocks.Held> lock = database.locks().tryAcquire(tenant, WORK);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TenantLocks.Held held = lock.get()) {
            return Optional.of(computeAgain(tenant, from, to, progress));
        }
    }

    @Override
    public MetricsComputed recompute(TenantId tenant, @Nullable Instant from, @Nullable Instant to,
            MetricProgress progress) {
        try (TenantLocks.Held held = database.locks().acquire(tenant, WORK)) {
            return computeAgain(tenant, from, to, progress);
        }
    }

    private MetricsComputed computeAgain(TenantId tenant, @Nullable Instant from, @Nullable Instant to,
            MetricProgress progress) {
        if (from != null) {
            database.transactions().run(tenant, db -> {
                database.manifest().takeTurn(db);
                dues.addAll(db, from);
            });
        }
        Instant now = clock.instant();
        return compute(tenant, to != null && to.isBefore(now) ? to : now, progress);
    }

    @Override
    public Optional<MetricRun> lastRun(TenantId tenant) {
        return database.transactions().call(tenant, runs::last);
    }

    @Override
    public long waiting(TenantId tenant) {
        return database.transactions().call(tenant, db -> dues.count(db, clock.instant()));
    }

    private MetricsComputed compute(TenantId tenant, Instant until, MetricProgress progress) {
        database.transactions().run(tenant, db -> {
            if (runs.isOfOtherDefinition(db)) {
                // Rows of two definitions must not stand beside each other in one ranking.
                database.manifest().takeTurn(db);
                dues.addAll(db, Instant.EPOCH);
            }
        });
        Map<String, String> skipped = database.transactions().call(tenant, runs::nonCumulative);
        if (database.transactions().call(tenant, db -> dues.count(db, until)) == 0) {
            return new MetricsComputed(tenant, 0, 0, null, null, skipped);
        }
        UUID run = database.transactions().call(tenant, db -> runs.begin(db, clock.instant()));
        MetricCounts total;
        try (LakeSession session = database.lake().open(tenant)) {
            var computation = new MetricComputation(database, session,
                    new MetricComputation.Frame(run, until, skipped.keySet()));
            total = computeAll(tenant, computation, until, progress);
        }
        MetricCounts counts = total;
        database.transactions().run(tenant, db -> runs.ended(db, run, counts, clock.instant()));
        var computed = new MetricsComputed(tenant, total.entities(), total.rows(), total.from(), total.to(), skipped);
        MetricDataset.DATASETS.forEach(dataset -> database.compaction().compact(tenant, dataset, SMALL_FILES));
        bell.accept(computed);
        return computed;
    }

    /// Until nothing is due: work that arrives meanwhile is taken along.
    private MetricCounts computeAll(TenantId tenant, MetricComputation computation, Instant until,
            MetricProgress progress) {
        MetricCounts total = MetricCounts.NONE;
        boolean found = true;
        while (found) {
            found = false;
            for (List<EntityKind> kinds : ORDER) {
                List<Due> due = database.transactions().call(tenant, db -> dues.due(db, kinds, until));
                found |= !due.isEmpty();
                total = total.plus(computePass(computation, due, total.entities(), progress));
            }
        }
        return total;
    }

    private static MetricCounts computePass(MetricComputation computation, List<Due> due, long before,
            MetricProgress progress) {
        MetricCounts pass = MetricCounts.NONE;
        if (due.isEmpty()) {
            return pass;
        }
        List<Due> counted = computation.refreshPrior(due);
        if (counted.isEmpty()) {
            return pass;
        }
        progress.at(before, before + due.size());
        for (List<Due> batch : computation.batches(counted)) {
            pass = pass.plus(computation.compute(batch));
            progress.at(before + pass.entities(), before + Math.max(due.size(), pass.entities()));
        }
        return pass;
    }
}
