package dev.upswell.server.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.server.feature.FeatureStore.Ask;
import dev.upswell.server.feature.FeatureStore.Batch;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {

    private static final EntityId TAG = EntityId.hashtag("quilting");
    private static final EntityId OTHER = EntityId.hashtag("pottery");
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final FeatureStore store = new FeatureStore(database, new OnlineVectors(10, InstantSource.system()));

    @Test
    void theLatestVectorIsReadFromMemoryAndAfterARestartFromTheTable() {
        store.keep(tenant, batch(NOON, Map.of(TAG, vector(0.5f), OTHER, vector(Float.NaN))), 3);
        FeatureStore restarted = new FeatureStore(database, new OnlineVectors(10, InstantSource.system()));

        for (FeatureStore each : List.of(store, restarted)) {
            FeatureVector latest = each.latest(tenant, TAG, 24).orElseThrow();
            assertThat(latest.value("growth_24h")).contains(0.5f);
            assertThat(latest.value("growth_3h")).isEmpty();
            assertThat(latest.computed().lakeSeq()).isEqualTo(3);
            assertThat(each.latest(tenant, TAG, 6)).isEmpty();
            assertThat(each.latest(TestDatabase.newTenant(), TAG, 24)).isEmpty();
        }
        assertThat(restarted.latest(tenant, OTHER, 24)).isEqualTo(store.latest(tenant, OTHER, 24));
    }

    @Test
    void anEarlierVectorDoesNotReplaceALaterOne() {
        store.keep(tenant, batch(NOON, Map.of(TAG, vector(0.5f))), 3);
        store.keep(tenant, batch(NOON.minus(Duration.ofDays(1)), Map.of(TAG, vector(0.1f))), 4);

        FeatureStore restarted = new FeatureStore(database, new OnlineVectors(10, InstantSource.system()));
        restarted.warm(tenant, 100);

        assertThat(store.latest(tenant, TAG, 24).orElseThrow().value("growth_24h")).contains(0.5f);
        assertThat(restarted.latest(tenant, TAG, 24)).isEqualTo(store.latest(tenant, TAG, 24));
    }

    @Test
    void aVectorThatAnotherProcessComputedIsNoticedASecondLater() {
        Instant[] now = {NOON};
        FeatureStore server = new FeatureStore(database, new OnlineVectors(10, () -> now[0]));
        store.keep(tenant, batch(NOON, Map.of(TAG, vector(0.1f), OTHER, vector(0.1f))), 3);
        assertThat(server.latest(tenant, TAG, 24).orElseThrow().value("growth_24h")).contains(0.1f);

        store.keep(tenant, batch(NOON.plusSeconds(3600), Map.of(TAG, vector(0.2f))), 4);

        assertThat(server.latest(tenant, TAG, 24).orElseThrow().value("growth_24h")).contains(0.1f);
        now[0] = NOON.plus(OnlineVectors.LOOKED_AT_EVERY);
        assertThat(server.latest(tenant, TAG, 24).orElseThrow().value("growth_24h")).contains(0.2f);
        assertThat(server.latest(tenant, OTHER, 24).orElseThrow().value("growth_24h")).contains(0.1f);
    }

    @Test
    void whatCameAfterAWarmStartIsCaughtUpWith() {
        store.keep(tenant, batch(NOON, Map.of(TAG, vector(0.1f))), 3);
        OnlineVectors memory = new OnlineVectors(10, () -> NOON);
        FeatureStore server = new FeatureStore(database, memory);
        server.warm(tenant, 10);
        store.keep(tenant, batch(NOON.plusSeconds(3600), Map.of(TAG, vector(0.2f))), 4);

        server.catchUp(tenant);

        assertThat(memory.find(tenant, TAG, 24).orElseThrow().value("growth_24h")).contains(0.2f);
    }

    @Test
    void aLargeBatchIsKeptWhole() {
        Map<EntityId, float[]> vectors = new HashMap<>();
        for (int i = 0; i < 9_000; i++) {
            vectors.put(EntityId.hashtag("tag" + i), vector(i));
        }

        store.keep(tenant, batch(NOON, vectors), 1);

        assertThat(store.freshness(tenant)).singleElement()
                .satisfies(kept -> assertThat(kept.entities()).isEqualTo(9_000));
        FeatureStore restarted = new FeatureStore(database, new OnlineVectors(10, InstantSource.system()));
        assertThat(restarted.latest(tenant, EntityId.hashtag("tag8123"), 24).orElseThrow().value("growth_24h"))
                .contains(8123f);
    }

    @Test
    void thePastIsAskedForAsItWasKnown() {
        store.keep(tenant, batch(NOON, Map.of(TAG, vector(0.1f))), 3);
        store.keep(tenant, batch(NOON.plusSeconds(3600), Map.of(TAG, vector(0.2f), OTHER, vector(0.3f))), 4);

        List<Optional<Float>> said = store.asOf(tenant, 24, List.of(new Ask(TAG, NOON.minusSeconds(1)),
                new Ask(TAG, NOON), new Ask(TAG, NOON.plusSeconds(3599)), new Ask(OTHER, NOON.plusSeconds(3599)),
                new Ask(TAG, NOON.plusSeconds(9999)), new Ask(OTHER, NOON.plusSeconds(3600)))).stream()
                .map(found -> found.flatMap(vector -> vector.value("growth_24h"))).toList();

        assertThat(said).containsExactly(Optional.empty(), Optional.of(0.1f), Optional.of(0.1f), Optional.empty(),
                Optional.of(0.2f), Optional.of(0.3f));
    }

    @Test
    void memoryIsBoundedAndForgetsWhatWasAskedForLeastRecently() {
        OnlineVectors two = new OnlineVectors(2, InstantSource.system());
        FeatureStore small = new FeatureStore(database, two);
        for (String name : List.of("a", "b")) {
            small.keep(tenant, batch(NOON, Map.of(EntityId.hashtag(name), vector(1))), 1);
        }
        assertThat(two.find(tenant, EntityId.hashtag("a"), 24)).isPresent();
        small.keep(tenant, batch(NOON, Map.of(EntityId.hashtag("c"), vector(1))), 1);

        assertThat(two.find(tenant, EntityId.hashtag("b"), 24)).isEmpty();
        assertThat(two.find(tenant, EntityId.hashtag("a"), 24)).isPresent();
        assertThatThrownBy(() -> new OnlineVectors(0, InstantSource.system()))
                .hasMessageContaining("capacity (0) must be at least 1");
    }

    @Test
    void vectorsAreKeptInTheOrderOfTheirEntitiesInEveryProcess() {
        OnlineVectors ten = new OnlineVectors(10, InstantSource.system());
        Map<EntityId, float[]> vectors = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            vectors.put(EntityId.hashtag("tag" + (char) ('a' + i)), vector(1));
        }

        new FeatureStore(database, ten).keep(tenant, batch(NOON, vectors), 1);

        for (int i = 0; i < 20; i++) {
            assertThat(ten.find(tenant, EntityId.hashtag("tag" + (char) ('a' + i)), 24).isPresent()).isEqualTo(i >= 10);
        }
    }

    @Test
    void aVectorOfAnotherLengthThanItsSetIsRefused() {
        Batch shorter = batch(NOON, Map.of(TAG, new float[3]));

        assertThatThrownBy(() -> store.keep(tenant, shorter, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("values (3) must be the " + HashtagFeatures.V1.size() + " of feature_set_v1");
    }

    private static Batch batch(Instant asOf, Map<EntityId, float[]> vectors) {
        return new Batch(24, "feature_set_v1", asOf, vectors);
    }

    /// A vector of which only the growth of the last day is known.
    private static float[] vector(float growth) {
        float[] values = new float[HashtagFeatures.V1.size()];
        Arrays.fill(values, Float.NaN);
        values[HashtagFeatures.V1.indexOf("growth_24h")] = growth;
        return values;
    }
}
