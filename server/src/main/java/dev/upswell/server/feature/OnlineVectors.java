package dev.upswell.server.feature;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The latest vector of each entity in memory, up to a number of vectors: what was asked for least recently goes first.
///
/// Other processes compute vectors too, so it also keeps up to which published file it knows them, and when that was looked at.
///
/// Safe for several threads · **cost** one lookup a read, about 1.3 KB a vector of the second set
public final class OnlineVectors {

    /// A vector of another process may be this much older here than in the table.
    static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

    private final int capacity;
    private final InstantSource clock;
    private final Map<Key, FeatureVector> vectors;
    private final Map<TenantId, Seen> seen = new HashMap<>();

    /// @param capacity at least 1
    public OnlineVectors(int capacity, InstantSource clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be at least 1\nMaybe use 100000.");
        }
        this.capacity = capacity;
        this.clock = clock;
        this.vectors = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FeatureVector> eldest) {
                return size() > OnlineVectors.this.capacity;
            }
        };
    }

    /// @param published place of the last file whose vectors are known here
    private record Seen(long published, Instant lookedAt) {
    }

    int capacity() {
        return capacity;
    }

    /// Up to which published file the vectors of a tenant are known here; empty before the first look.
    synchronized OptionalLong seen(TenantId tenant) {
        Seen known = seen.get(tenant);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known.published());
    }

    /// Keeps that all vectors up to this file are known here, as looked at now.
    synchronized void seen(TenantId tenant, long published) {
        seen.put(tenant, new Seen(published, clock.instant()));
    }

    /// Whether so much time has passed since the last look that another process may have computed newer ones.
    synchronized boolean isLookDue(TenantId tenant) {
        Seen known = seen.get(tenant);
        return known == null || !clock.instant().isBefore(known.lookedAt().plus(LOOKED_AT_EVERY));
    }

    private record Key(TenantId tenant, EntityId entity, int horizonHours) {
    }

    /// The latest vector of this entity that is in memory.
    public synchronized Optional<FeatureVector> find(TenantId tenant, EntityId entity, int horizonHours) {
        return Optional.ofNullable(vectors.get(new Key(tenant, entity, horizonHours)));
    }

    /// Lets go of all vectors of a tenant.
    public synchronized void forget(TenantId tenant) {
        vectors.keySet().removeIf(key -> key.tenant().equals(tenant));
        seen.remove(tenant);
    }

    /// Remembers a vector, unless a later one of the entity is remembered already.
    public synchronized void put(TenantId tenant, FeatureVector vector) {
        vectors.merge(new Key(tenant, vector.entity(), vector.horizonHours()), vector,
                (old, fresh) -> fresh.computed().asOf().isBefore(old.computed().asOf()) ? old : fresh);
    }
}
