package dev.upswell.server.feature;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.feature.FeatureVector.Computed;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.trend.Metric;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps feature vectors: the latest of each entity at hand, and every one in the lake, where the past can be asked for.
///
/// **cost** a read of the latest is a lookup in memory, or one row of PostgreSQL for a vector that memory does not hold
public final class FeatureStore {

    private final Database database;
    private final OnlineVectors online;
    private final LatestVectorRepository latest = new LatestVectorRepository();
    private final PastVectorRepository past = new PastVectorRepository();

    /// @param online the memory, shared by all stores of a process
    public FeatureStore(Database database, OnlineVectors online) {
        this.database = database;
        this.online = online;
    }

    /// Vectors of entities that were computed together.
    ///
    /// @param vectors by entity, all of one kind, in the order of the set; a missing value is NaN
    public record Batch(int horizonHours, String featureSet, Instant asOf, Map<EntityId, float[]> vectors) {

        public Batch {
            // ordered, so that neither the file in the lake nor what stays in memory hangs on how this process hashes
            vectors = Collections.unmodifiableMap(new TreeMap<>(vectors));
        }
    }

    /// The place of the newest file of readings that can be seen now; ask before reading them.
    public long lastReadings(TenantId tenant) {
        try (LakeSession lake = database.lake().open(tenant)) {
            return lake.last(List.of(Collected.OBSERVATION));
        }
    }

    /// Keeps these vectors in the lake, in the table of the latest and in memory.
    ///
    /// @param lakeSeq place of the newest file of readings that they were computed from
    public void keep(TenantId tenant, Batch batch, long lakeSeq) {
        Computed computed = new Computed(batch.featureSet(), batch.asOf(), lakeSeq, Metric.DEFINITION_VERSION);
        List<FeatureVector> vectors = batch.vectors().entrySet().stream()
                .map(one -> new FeatureVector(one.getKey(), batch.horizonHours(), computed, one.getValue())).toList();
        if (vectors.isEmpty()) {
            return;
        }
        Set<EntityId> kept = database.transactions().call(tenant, db -> latest.seenAgain(db, vectors));
        List<FeatureVector> others = vectors.stream().filter(vector -> !kept.contains(vector.entity())).toList();
        if (!others.isEmpty()) {
            try (LakeSession lake = database.lake().open(tenant)) {
                StagedFile file = past.stage(lake, others);
                database.transactions().run(tenant, db -> {
                    database.manifest().takeTurn(db);
                    latest.put(db, others, database.manifest().publish(db, file));
                });
            }
        }
        vectors.forEach(vector -> online.put(tenant, vector));
    }

    /// The latest vector of an entity; empty when none was ever computed.
    ///
    /// One that another process computed is there a second later.
    public Optional<FeatureVector> latest(TenantId tenant, EntityId entity, int horizonHours) {
        if (online.isLookDue(tenant)) {
            catchUp(tenant);
        }
        Optional<FeatureVector> known = online.find(tenant, entity, horizonHours);
        if (known.isPresent()) {
            return known;
        }
        Optional<FeatureVector> kept = database.transactions().call(tenant,
                db -> latest.find(db, entity, horizonHours));
        kept.ifPresent(vector -> online.put(tenant, vector));
        return kept;
    }

    /// The set of the newest vector of a kind and horizon; empty when none was ever computed.
    public Optional<String> newestSet(TenantId tenant, EntityKind kind, int horizonHours) {
        return database.transactions().call(tenant, db -> latest.newestSet(db, kind, horizonHours));
    }

    /// How the features of a set stand, see [FeatureCatalogue].
    public FeatureCatalogue catalogue() {
        return new FeatureCatalogue(database);
    }

    /// What a vector came from.
    public FeatureLineage lineage(TenantId tenant, FeatureVector vector) {
        return FeatureLineage.of(database, tenant, vector);
    }

    /// Writes vectors joined with outcomes into a Parquet file, see [FeatureExport].
    public FeatureExport.Done export(TenantId tenant, FeatureExport.Wanted wanted, Path file) {
        return new FeatureExport(database).write(tenant, wanted, file);
    }

    /// How far the latest vectors are behind the readings, by kind and horizon.
    public List<Freshness> freshness(TenantId tenant) {
        return database.transactions().call(tenant, latest::freshness);
    }

    /// Brings the newest of the latest vectors into memory, so that a restarted process serves at once.
    public void warm(TenantId tenant, int limit) {
        take(tenant, db -> latest.newest(db, limit));
    }

    /// Brings into memory what other processes computed since the last look; before the first there is nothing to be stale.
    ///
    /// **cost** a millisecond when there is nothing, else as much as reading the vectors
    public void catchUp(TenantId tenant) {
        OptionalLong seen = online.seen(tenant);
        take(tenant, db -> seen.isEmpty() ? List.of() : latest.since(db, seen.getAsLong(), online.capacity()));
    }

    private void take(TenantId tenant, Function<JdbcClient, List<FeatureVector>> read) {
        record Taken(long published, List<FeatureVector> vectors) {
        }
        // The place first: a file that comes between the two is read now or at the next look, and never missed.
        Taken taken = database.transactions().call(tenant,
                db -> new Taken(latest.lastPublished(db), read.apply(db)));
        taken.vectors().forEach(vector -> online.put(tenant, vector));
        online.seen(tenant, taken.published());
    }

    /// An entity, and the instant at which its vector is asked for.
    public record Ask(EntityId entity, Instant at) {
    }

    /// For each entity and instant the vector that was known then: the latest as of it or earlier.
    ///
    /// **absence** empty where none had been computed as of that instant · **cost** one scan of the vectors up to the last
    /// instant
    public List<Optional<FeatureVector>> asOf(TenantId tenant, int horizonHours, List<Ask> asks) {
        try (LakeSession lake = database.lake().open(tenant)) {
            return past.asOf(lake, horizonHours, asks);
        }
    }
}
