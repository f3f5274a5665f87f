package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.ReadingTimeRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers what is known about single entities: levels, rows, readings, predictions.
///
/// Entities of other tenants do not exist here.
public final class EntityQuery {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;
    private final MetricRepository metrics = new MetricRepository();
    private final LevelRepository levels = new LevelRepository();
    private final ReadingTimeRepository times;
    private final WatchedRepository watched = new WatchedRepository();
    private final Expectations expectations;

    public EntityQuery(Database database, Expectations expectations) {
        this.expectations = expectations;
        this.database = database;
        this.times = new ReadingTimeRepository(database);
    }

    /// Part of a longer list.
    public record Page<T>(List<T> items, long total) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /// The name of an entity that has been observed; empty when there is none.
    public Optional<String> name(TenantId tenant, EntityId entity) {
        return database.transactions().call(tenant, db -> watched.name(db, entity));
    }

    /// When the kind was read last, at or before `at`; empty when never.
    public Optional<Instant> lastReading(TenantId tenant, EntityKind kind, @Nullable Instant at) {
        try (LakeSession session = database.lake().open(tenant)) {
            return times.last(session, ReadingTimeRepository.Wanted.all(kind), at == null ? FOREVER : at);
        }
    }

    /// The last row of each window length that ends at or before `at`, shortest first, of the day before it.
    public List<MetricRow> latestRows(TenantId tenant, EntityId entity, Instant at) {
        try (LakeSession session = database.lake().open(tenant)) {
            return metrics.latest(session, entity, at.minus(Duration.ofDays(1)), at);
        }
    }

    /// Rows of an entity, newest first.
    public Page<MetricRow> rows(TenantId tenant, MetricSelection selection, int limit, int offset) {
        try (LakeSession session = database.lake().open(tenant)) {
            return new Page<>(metrics.newest(session, selection, limit, offset), metrics.count(session, selection));
        }
    }

    /// Readings of an entity in [`from`, `to`], newest first.
    public Page<Reading> readings(TenantId tenant, EntityId entity, Instant from, Instant to, int limit, int offset) {
        try (LakeSession session = database.lake().open(tenant)) {
            return new Page<>(levels.newest(session, entity, from, to, limit, offset),
                    levels.count(session, entity, from, to));
        }
    }

    /// The levels of views of these entities, each as one source read it, thinned to the last one of each step.
    public Map<EntityId, List<Reading.Level>> levels(TenantId tenant, Map<EntityId, String> sources, Instant from,
            Instant to, Duration step) {
        try (LakeSession session = database.lake().open(tenant)) {
            return levels.levels(session, sources, from, to, step);
        }
    }

    /// One metric of an entity in the windows of one length in a time, oldest first; windows in which it is absent are left out.
    public List<MetricRepository.Value> line(TenantId tenant, MetricSelection selection, Metric metric) {
        try (LakeSession session = database.lake().open(tenant)) {
            return metrics.line(session, selection, metric);
        }
    }

    /// Who read the entity how often, up to `at`.
    public List<Reading.Coverage> coverage(TenantId tenant, EntityId entity, Instant at) {
        Set<String> periodic = database.transactions().call(tenant, watched::nonCumulative);
        try (LakeSession session = database.lake().open(tenant)) {
            return levels.coverage(session, entity, at, periodic);
        }
    }

    /// The latest prediction as of an instant in the 24 hours before `end` or after it, but not after `at`, with its reasons;
    /// empty when there is none.
    ///
    /// @param at `null` for no limit
    public Optional<Expected.Explained> expected(TenantId tenant, EntityId entity, Instant end, @Nullable Instant at) {
        Instant from = end.minus(Expectations.LONGEST_AGE);
        return database.transactions().call(tenant,
                db -> expectations.explained(db, entity, from, at == null ? FOREVER : at));
    }

    /// The latest prediction of this entity for each horizon, the shortest first.
    public List<Expected> horizons(TenantId tenant, EntityId entity, Instant end, @Nullable Instant at) {
        Instant from = end.minus(Expectations.LONGEST_AGE);
        return database.transactions().call(tenant,
                db -> expectations.horizons(db, entity, from, at == null ? FOREVER : at));
    }

    /// Predictions by models of the family that made the latest one, newest first, with the outcomes known at `at`.
    ///
    /// @param at `null` for no limit
    public List<Expected.Past> past(TenantId tenant, EntityId entity, Instant end, @Nullable Instant at, int limit) {
        Instant from = end.minus(Expectations.LONGEST_AGE);
        return database.transactions().call(tenant,
                db -> expectations.past(db, entity, from, at == null ? FOREVER : at, limit));
    }

    /// How many entities wait for computation; windows that close after `now` do not wait yet.
    public long waiting(TenantId tenant, Instant now) {
        return database.transactions().call(tenant, db -> watched.waiting(db, now));
    }
}
