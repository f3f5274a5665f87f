package dev.upswell.server.reach;

import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.learn.TreeSettings;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tenant with a video an hour by ten creators, read at 10 and 50 minutes, 5, 24 and 30 hours.
final class WatchedVideos {

    static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    /// A few small trees: the tests are about what is kept, not about how good it is.
    private static final ReachSettings SETTINGS = new ReachSettings(
            new TreeSettings(10, 2, 0.2, 1, 1, 5, 1, 16, 1, 0, 42), 0.25, 60, "test-version");

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final VideoReach reach = new VideoReach(tenant, database, SETTINGS);

    static WatchedVideos ofHours(int hours) {
        WatchedVideos watched = new WatchedVideos();
        watched.publish(0, hours);
        return watched;
    }

    static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    /// Everything that was read of the videos posted in these hours until the last of them has ended.
    void publish(int from, int to) {
        publish(from, to, null);
    }

    /// The videos of the first hours, all read once and late.
    void publishReadOnce(int hours, Instant crawled) {
        publish(0, hours, crawled);
    }

    private void publish(int from, int to, @Nullable Instant crawled) {
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute(
                    "CREATE OR REPLACE TEMP TABLE fresh_video (video_id VARCHAR, creator VARCHAR, posted TIMESTAMP)");
            lake.execute("CREATE OR REPLACE TEMP TABLE fresh (entity_id VARCHAR, observed_at TIMESTAMP, views BIGINT)");
            try (var videos = lake.appender("fresh_video"); var readings = lake.appender("fresh")) {
                for (int i = from; i < to; i++) {
                    SplittableRandom random = new SplittableRandom(i);
                    int creator = random.nextInt(10);
                    double end = Math.pow(10, 2.5 + creator / 5.0 + random.nextDouble());
                    videos.beginRow().append("v" + i).append("creator" + creator).append(local(hour(i))).endRow();
                    if (crawled != null) {
                        readings.beginRow().append("v" + i).append(local(crawled)).append(Math.round(end)).endRow();
                        continue;
                    }
                    int[] minutes = {10, 50, 300, 24 * 60, 30 * 60};
                    double[] shares = {0.01, 0.05, 0.3, 1, 1.1};
                    for (int r = 0; r < minutes.length; r++) {
                        Instant at = hour(i).plus(Duration.ofMinutes(minutes[r]));
                        if (!at.isAfter(hour(to)) && (from == 0 || at.isAfter(hour(from)))) {
                            readings.beginRow().append("v" + i).append(local(at)).append(Math.round(end * shares[r]))
                                    .endRow();
                        }
                    }
                }
            }
            keep(lake, Collected.VIDEO, "SELECT %s FROM fresh_video", Map.of("video_id", "video_id", "source", "'poll'",
                    "creator", "creator", "hashtags", "'one two'", "created_at", "posted", "duration_ms", "15000",
                    "caption", "'Day by day #one'"));
            keep(lake, Collected.OBSERVATION, "SELECT %s FROM fresh", Map.of("kind", "'video'", "entity_id",
                    "entity_id", "source", "'poll'", "observed_at", "observed_at", "views", "views", "views_step",
                    "1"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(LakeSession lake, Dataset dataset, String select, Map<String, String> given) {
        String columns = dataset.columns().stream()
                .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                        + column.name())
                .collect(Collectors.joining(", "));
        lake.stage(dataset, select.formatted(columns)).ifPresent(file -> database.transactions().run(tenant,
                db -> database.manifest().publish(db, file)));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
