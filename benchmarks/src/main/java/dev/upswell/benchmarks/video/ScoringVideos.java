package dev.upswell.benchmarks.video;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreSettings;
import dev.upswell.server.store.TenantId;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Scores the videos of a brand that posted for 120 days, and goes on as new files and marks come.
///
/// Prints, for each step, time by the clock, processor time of this process (PostgreSQL's is not in it) and the most heap that was
/// left after a collection. Arguments: empty folder, videos.
public final class ScoringVideos {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 120;

    private final Database database;
    private final TenantId tenant;
    private final VideoScores scores;
    private final AtomicLong live = new AtomicLong();

    private ScoringVideos(Database database) {
        this.database = database;
        tenant = database.tenants().findOrCreate("default");
        scores = new VideoScores(tenant, database, new ViewingRepository(tenant, database),
                new NextSteps(tenant, database, InstantSource.system()));
    }

    /// Makes the brand and measures.
    public static void main(String[] args) {
        int videos = Integer.parseInt(args[1]);
        try (Database database = Database.open(StoreSettings.embedded(Path.of(args[0])))) {
            new ScoringVideos(database).measure(videos);
        }
    }

    private void measure(int videos) {
        watchCollections();
        Instant end = START.plus(Duration.ofDays(DAYS));
        publish("range(" + videos + ")", videos, "TRUE");
        Instant later = end.plus(Duration.ofMinutes(1));
        step("all of it, first", end);
        step("nothing new", end);
        step("a minute later, marks reached", later);
        publish("range(%d, %d)".formatted(videos, videos + 5), videos, "minute <= 12");
        step("a file with five new videos", later.plus(Duration.ofMinutes(13)));
        publish("range(%d, %d)".formatted(videos, videos + 5), videos, "minute = 60");
        step("a file with readings of them", later.plus(Duration.ofMinutes(61)));
        tell(1, videos - 2_000, videos - 1_000);
        step("figures of 1,000 videos of the last days, told now", later.plus(Duration.ofMinutes(62)));
        tell(2, 0, videos);
        step("figures of all videos, told now", later.plus(Duration.ofMinutes(63)));
    }

    private void watchCollections() {
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) bean).addNotificationListener((notification, handback) -> live.accumulateAndGet(
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo()
                            .getMemoryUsageAfterGc().values().stream().mapToLong(MemoryUsage::getUsed).sum(),
                    Math::max), null, null);
        }
    }

    private void step(String what, Instant now) {
        System.gc();
        live.set(0);
        long clock = System.nanoTime();
        long processor = processor();
        VideoScores.Round round = scores.keepUp(now).orElseThrow();
        System.out.println(String.format(Locale.ROOT,
                "| %s | %,d scores | %.2f s by the clock | %.2f s processor | %d MB |", what, round.scored(),
                (System.nanoTime() - clock) / 1e9, (processor() - processor) / 1e9, live.get() >> 20));
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /// Videos evenly over the days, each read at six ages; those above `videos` follow at once.
    private void publish(String ids, int videos, String readings) {
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute("CREATE OR REPLACE TEMP TABLE made AS SELECT range AS n, 'v' || range AS id, TIMESTAMP '"
                    + START.toString().replace("Z", "") + "' + to_seconds(least(range, " + videos + ") * "
                    + DAYS * 86_400L + " // " + videos + ") AS posted FROM " + ids);
            keep(lake, Collected.VIDEO, "SELECT %s FROM made",
                    Map.of("video_id", "id", "source", "'poll'", "creator", "'creator' || n % 50", "hashtags",
                            "'tag' || n % 40", "created_at", "posted", "duration_ms", "15000", "caption",
                            "'Film ' || id"));
            keep(lake, Collected.OBSERVATION,
                    "SELECT %s FROM made, (SELECT unnest([5, 12, 30, 60, 300, 1430]) AS minute)"
                            + " WHERE " + readings,
                    Map.ofEntries(Map.entry("kind", "'video'"), Map.entry("entity_id", "id"),
                            Map.entry("source", "'poll'"), Map.entry("observed_at", "posted + to_minutes(minute)"),
                            Map.entry("views", "(20 + hash(n) % 100) * minute"), Map.entry("views_step", "1"),
                            Map.entry("likes", "(hash(n + 1) % 20) * minute"), Map.entry("likes_step", "1"),
                            Map.entry("comments", "(hash(n + 2) % 4) * minute"), Map.entry("comments_step", "1"),
                            Map.entry("shares", "(hash(n + 3) % 6) * minute"), Map.entry("shares_step", "1")));
        }
    }

    private void tell(int time, int from, int to) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, CommerceDatasets.VIDEO_VIEWING, "SELECT %s FROM range(" + from + ", " + to + ")",
                    Map.of("video_id", "'v' || range", "source", "'studio'", "observed_at",
                            "TIMESTAMP '" + START.plus(Duration.ofDays(DAYS)).plusSeconds(time).toString().replace("Z",
                                    "") + "'",
                            "completion_rate", "(hash(range) % 100) / 100.0 ", "retention_3s",
                            "0.5 + (hash(range + 1) % 50) / 100.0", "retention_5s", "0.4"));
        }
    }

    private void keep(LakeSession lake, Dataset dataset, String select, Map<String, String> given) {
        String columns = dataset.columns().stream()
                .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                        + column.name())
                .collect(Collectors.joining(", "));
        lake.stage(dataset, select.formatted(columns)).ifPresent(
                file -> database.transactions().run(tenant, db -> database.manifest().publish(db, file)));
    }
}
