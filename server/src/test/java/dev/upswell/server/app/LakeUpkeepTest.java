package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.live.sweep.LiveBench;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.timeline.Observation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LakeUpkeepTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final EntityId VIDEO = EntityId.video("7000000000000000001");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);
    private final LakeUpkeep upkeep = new LakeUpkeep(database);

    @Test
    void everyDatasetThatIsWrittenIsListed() {
        lake.describe(List.of(video(START)));
        lake.observe(IntStream.range(0, 30).mapToObj(LakeUpkeepTest::reading).toList());
        compute();
        LiveBench.storeAnswer(tenant);
        new FeatureStore(database, new OnlineVectors(1, InstantSource.system())).keep(tenant,
                new FeatureStore.Batch(24, "feature_set_v1", START,
                        Map.of(VIDEO, new float[HashtagFeatures.V1.size()])),
                1);

        assertThat(database.transactions().call(tenant, database.manifest()::datasets))
                .hasSizeGreaterThan(5).isSubsetOf(LakeUpkeep.DATASETS.stream().map(Dataset::name).toList());
    }

    @Test
    void manySmallFilesOfImportsBecomeOne() {
        lake.observe(List.of(reading(0)));
        lake.describe(List.of(video(START)));
        varied(Collected.OBSERVATION, "views + %d AS views", 33);
        varied(Collected.VIDEO, "source || '%d' AS source", 33);
        String before = dump();

        assertThat(upkeep.tidy(tenant).merged()).isEqualTo(68);

        assertThat(files(Collected.OBSERVATION)).hasSize(1);
        assertThat(files(Collected.VIDEO)).hasSize(1);
        assertThat(dump()).isEqualTo(before);
        assertThat(upkeep.tidy(tenant).merged()).isZero();
    }

    @Test
    void manySmallFilesOfComputationsBecomeFew() {
        lake.observe(List.of(reading(0), reading(1)));
        compute();
        varied(MetricDataset.ENGAGEMENT_DAY, "day - INTERVAL (%d + 1) DAY AS day", 32);
        lake.observe(List.of(reading(30), reading(31)));
        compute();

        assertThat(files(MetricDataset.ENGAGEMENT_DAY)).hasSize(1);
    }

    @Test
    void whatAnImportComparesWithIsLeftInPlace() {
        lake.observe(List.of(reading(0)));
        varied(Collected.OBSERVATION, "views + %d AS views", 33);
        try (TenantLocks.Held _ = database.locks().acquire(tenant, Collected.WORK)) {
            assertThat(upkeep.tidy(tenant).merged()).isZero();
        }
        assertThat(files(Collected.OBSERVATION)).hasSize(34);
    }

    @Test
    void filesReplacedLongAgoAreDeletedWhileTheStoreIsOpen() {
        lake.observe(List.of(reading(1)));
        Path file = TestDatabase.sharedFolder().resolve("lake").resolve(files(Collected.OBSERVATION).getFirst().path());
        database.transactions().run(tenant,
                db -> database.manifest().retire(db, database.manifest().visible(db, Collected.OBSERVATION)));
        upkeep.tidy(tenant);
        assertThat(Files.exists(file)).isTrue();
        TestDatabase
                .asOwner(db -> db.sql("update lake_file set retired_at = now() - interval '2 days' where tenant_id = ?")
                        .param(tenant.value()).update());

        assertThat(upkeep.tidy(tenant).deleted()).isPositive();

        assertThat(Files.exists(file)).isFalse();
    }

    /// Publishes the rows of the dataset's only file again and again, each time with another value in a column.
    private void varied(Dataset dataset, String value, int times) {
        try (LakeSession session = database.lake().open(tenant)) {
            String rows = session.relation(dataset, files(dataset));
            for (int i = 1; i <= times; i++) {
                StagedFile file = session
                        .stage(dataset, "SELECT * REPLACE (" + value.formatted(i) + ") FROM " + rows).orElseThrow();
                database.transactions().run(tenant, db -> database.manifest().publish(db, file));
            }
        }
    }

    private void compute() {
        new MetricJob(database, InstantSource.fixed(START.plus(Duration.ofDays(60))), done -> {
        }).computeDue(tenant, MetricProgress.NONE);
    }

    private String dump() {
        return database.dump().text(tenant, LakeUpkeep.DATASETS);
    }

    private List<LakeFile> files(Dataset dataset) {
        return database.transactions().call(tenant, db -> database.manifest().visible(db, dataset));
    }

    private static Observation reading(int hour) {
        return Readings.engaged(VIDEO, START.plus(Duration.ofHours(hour)), 1_000L + 200L * hour);
    }

    private static Video video(Instant createdAt) {
        return new Video(VIDEO, null, null, List.of(EntityId.hashtag("glasshair")), createdAt, null, null);
    }
}
