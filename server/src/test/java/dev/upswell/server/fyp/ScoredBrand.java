package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// A tenant with a video every two hours by three creators, each read in its first day; every tenth starts slowly.
public final class ScoredBrand {

    static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final int[] MINUTES = {5, 12, 30, 60, 300, 1_430};

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    public final NextSteps steps = new NextSteps(tenant, database, InstantSource.fixed(START));
    public final VideoScores scores = new VideoScores(tenant, database,
            new ViewingRepository(tenant, database), steps);

    /// A brand of so many hours, with its scores.
    public static ScoredBrand scored(int hours) {
        ScoredBrand brand = new ScoredBrand();
        brand.publish(START, at(hours, 0));
        brand.scores.keepUp(at(hours, 0));
        return brand;
    }

    static Instant at(int hour, int minute) {
        return START.plus(Duration.ofMinutes(60L * hour + minute));
    }

    /// Everything that was posted and read after the one and until the other instant.
    void publish(Instant after, Instant until) {
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute("CREATE OR REPLACE TEMP TABLE fresh_video (video_id VARCHAR, creator VARCHAR, tags VARCHAR,"
                    + " posted TIMESTAMP)");
            lake.execute("CREATE OR REPLACE TEMP TABLE fresh (entity_id VARCHAR, observed_at TIMESTAMP, views BIGINT)");
            try (var videos = lake.appender("fresh_video"); var readings = lake.appender("fresh")) {
                for (int i = 0; !at(2 * i, 0).isAfter(until); i++) {
                    Instant posted = at(2 * i, 0);
                    if (posted.isAfter(after) || posted.equals(START) && after.equals(START)) {
                        videos.beginRow().append("v" + i).append("creator" + i % 3).append("tag" + i % 4)
                                .append(local(posted)).endRow();
                    }
                    for (int minute : MINUTES) {
                        Instant read = posted.plus(Duration.ofMinutes(minute));
                        if (read.isAfter(after) && !read.isAfter(until)) {
                            readings.beginRow().append("v" + i).append(local(read)).append(views(i, minute)).endRow();
                        }
                    }
                }
            }
            keep(lake, Collected.VIDEO, "SELECT %s FROM fresh_video", Map.of("video_id", "video_id", "source", "'poll'",
                    "creator", "creator", "hashtags", "tags", "created_at", "posted", "duration_ms", "15000",
                    "caption", "'Film ' || video_id"));
            keep(lake, Collected.OBSERVATION, "SELECT %s FROM fresh",
                    Map.ofEntries(Map.entry("kind", "'video'"), Map.entry("entity_id", "entity_id"),
                            Map.entry("source", "'poll'"), Map.entry("observed_at", "observed_at"),
                            Map.entry("views", "views"), Map.entry("views_step", "1"),
                            Map.entry("likes", "views // 10"), Map.entry("likes_step", "1"),
                            Map.entry("comments", "views // 100"), Map.entry("comments_step", "1"),
                            Map.entry("shares", "views // 50"), Map.entry("shares_step", "1")));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// At this instant the owners of the first videos are told how these are watched.
    void tell(Instant at, int videos) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, CommerceDatasets.VIDEO_VIEWING, "SELECT %s FROM range(" + videos + ")",
                    Map.of("video_id", "'v' || range", "source", "'studio'", "observed_at",
                            "TIMESTAMP '" + local(at) + "'", "completion_rate", "0.5", "retention_3s", "0.7",
                            "retention_5s", "0.6"));
        }
    }

    private static long views(int video, int minute) {
        double pace = video % 10 == 9 ? 1 : 20 + new SplittableRandom(video).nextInt(100);
        return Math.round(pace * minute);
    }

    private void keep(LakeSession lake, Dataset dataset, String select, Map<String, String> given) {
        String columns = dataset.columns().stream()
                .map(column -> "CAST(" + given.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                        + column.name())
                .collect(Collectors.joining(", "));
        lake.stage(dataset, select.formatted(columns)).ifPresent(file -> database.transactions().run(tenant,
                db -> database.manifest().publish(db, file)));
    }

    List<FypScore> kept() {
        return database.transactions().call(tenant,
                db -> new ScoreRepository().reached(db, Instant.EPOCH, at(100_000, 0)));
    }

    List<ImprovementTask> tasks() {
        return new Tasks(database).list(tenant);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
