package dev.upswell.server.trend.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricProgress;
import dev.upswell.server.trend.MetricsComputed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Imports and computations write the same work from two sides.
class DueOrderTest {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2025-06-01T00:00:00Z"));
    private static final EntityId VIDEO = EntityId.video("7000000000000000001");
    private static final EntityId SOUND = EntityId.sound("55");

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final ObservedLake lake = new ObservedLake(tenant);

    /// The import stands at the sound's work, behind the hashtag's and before the video's; the computation of the video
    /// wants the hashtag's next.
    @Test
    void anImportAndAComputationOfTheSameEntitiesNeverWaitForEachOtherCrosswise() throws Exception {
        lake.describe(
                List.of(new Video(VIDEO, null, SOUND, List.of(EntityId.hashtag("glasshair")), START, null, null)));
        lake.observe(Readings.hourly(VIDEO, START, 10, 1_000, 60));
        lake.observe(Readings.hourly(SOUND, START, 10, 1_000, 60));
        long deadlocks = deadlocks();
        Callable<FileReport> importing = () -> Collecting.importer(database, NOW).importFile(tenant, readings(),
                ImportOptions.AUTO, ImportProgress.NONE);
        Callable<MetricsComputed> computing = () -> new MetricJob(database, NOW, done -> {
        }).computeDue(tenant, MetricProgress.NONE);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = database.transactions().call(tenant, db -> {
                db.sql("select 1 from metric_due where kind = 'sound' for update").query(Integer.class).single();
                Future<?> importer = threads.submit(importing);
                awaitWaiting(1);
                Future<?> computer = threads.submit(computing);
                awaitWaiting(2);
                return List.of(importer, computer);
            });
            assertThat(both).extracting(Future::get).doesNotContainNull();
        }
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    private static ImportSource readings() {
        StringBuilder text = new StringBuilder(
                "kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers\n");
        for (EntityId entity : List.of(EntityId.hashtag("glasshair"), SOUND, VIDEO)) {
            text.append(entity.kind().label()).append(',').append(entity.value()).append(",,sim-test,")
                    .append(START.plus(Duration.ofHours(11))).append(",2000,,,,,,\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new ImportSource("readings.csv", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static void awaitWaiting(int backends) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (TestDatabase.<Integer>asOwner(db -> db.sql(
                "select count(*)::int from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                .query(Integer.class).single()) < backends) {
            assertThat(System.nanoTime()).as("no backend waits").isLessThan(deadline);
        }
    }

    private static long deadlocks() {
        return TestDatabase.asOwner(db -> db.sql("""
            select deadlocks from pg_stat_database where datname = current_database()""").query(Long.class).single());
    }
}
