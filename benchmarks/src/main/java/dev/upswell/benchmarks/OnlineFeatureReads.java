package dev.upswell.benchmarks;

import dev.upswell.companion.CompanionFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Reads the latest feature vector of random entities from memory, and prints the distribution of the times of single reads.
///
/// Run: `benchmarks/online-feature-reads.sh [entities] [reads]`, by default 100,000 and 2,000,000.
public final class OnlineFeatureReads {

    private static final double NANOS_PER_MILLI = 1e6;

    private OnlineFeatureReads() {
    }

    /// Measures and prints.
    public static void main(String[] args) {
        int entities = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int reads = args.length > 1 ? Integer.parseInt(args[1]) : 2_000_000;
        TenantId tenant = new TenantId(new UUID(1, 1));
        OnlineVectors online = filled(tenant, entities);
        measure(online, tenant, entities, reads / 10);
        long[] nanos = measure(online, tenant, entities, reads);
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT,
                "%,d entities, %d features, %,d reads: p50 %.4f ms, p99 %.4f ms, p99.9 %.4f ms, most %.3f ms%n",
                entities, CompanionFeatures.V2.size(), reads, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999),
                at(nanos, 1));
    }

    private static OnlineVectors filled(TenantId tenant, int entities) {
        OnlineVectors online = new OnlineVectors(entities, InstantSource.system());
        FeatureVector.Computed computed = new FeatureVector.Computed(CompanionFeatures.V2.version(),
                Instant.parse("2025-03-01T00:00:00Z"), 1, 1);
        for (int i = 0; i < entities; i++) {
            float[] values = new float[CompanionFeatures.V2.size()];
            Arrays.fill(values, i);
            online.put(tenant, new FeatureVector(EntityId.hashtag("tag" + i), 24, computed, values));
        }
        return online;
    }

    private static long[] measure(OnlineVectors online, TenantId tenant, int entities, int reads) {
        Random random = new Random(7);
        long[] nanos = new long[reads];
        for (int read = 0; read < reads; read++) {
            int wanted = random.nextInt(entities);
            long started = System.nanoTime();
            float[] values = online.find(tenant, EntityId.hashtag("tag" + wanted), 24).orElseThrow().values();
            nanos[read] = System.nanoTime() - started;
            if (values[0] != wanted) {
                throw new IllegalStateException("vector (" + values[0] + ") must be that of entity " + wanted
                        + "\nMaybe two keys are equal.");
            }
        }
        return nanos;
    }

    private static double at(long[] ascending, double quantile) {
        return ascending[(int) Math.min(ascending.length - 1, Math.floor(quantile * ascending.length))]
                / NANOS_PER_MILLI;
    }
}
