package dev.upswell.server.fyp;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.rule.RuleBook;
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
import dev.upswell.server.trend.MetricDataset;
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

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final NextSteps steps = new NextSteps(tenant, database, InstantSource.fixed(START));
    public final VideoScores scores;
    public final ViewingRepository viewings;

    /// A brand without videos.
    public ScoredBrand() {
        this(VideoScores.Portions.USUAL);
    }

    ScoredBrand(VideoScores.Portions portions) {
        viewings = new ViewingRepository(tenant, database);
        scores = new VideoScores(tenant, database, viewings, steps, portions);
    }

    /// A brand of so many hours, with its scores.
    public static ScoredBrand scored(int hours) {
        ScoredBrand brand = new ScoredBrand();
        brand.publish(START, at(hours, 0));
        brand.scores.keepUp(at(hours, 0));
        return brand;
    }

    /// The same, told how its first videos are watched on the ninth day, with two tasks that a rule opened at the end.
    public static ScoredBrand toldAndAsked(int hours) {
        ScoredBrand brand = scored(hours - 4);
        brand.tell(at(192, 0), 40);
        brand.steps.save("v15 > p1 → look at it; pin a comment; SLA 2 h; assign Ada\n", "Ben");
        brand.publish(at(hours - 4, 0), at(hours, 0));
        brand.scores.keepUp(at(hours - 4, 15));
        brand.scores.keepUp(at(hours - 2, 15));
        brand.steps.save(RuleBook.USUAL, "Ben");
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

    /// One of so many parts of everything that was posted, read and told of a brand in so many hours: what belongs to it, chance decides.
    void publishPart(int hours, int parts, int part) {
        String rolled = "mod(hash(%s), " + parts + ") = " + part;
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute(
                    "CREATE OR REPLACE TEMP TABLE made AS SELECT range AS n, 'v' || range AS id, 'creator' || range % 3"
                            + " AS creator, TIMESTAMP '" + local(START)
                            + "' + to_minutes((range * 100 + hash(range) % 40)::BIGINT) AS posted"
                            + " FROM range(" + hours * 60 / 100 + ")");
            keep(lake, Collected.VIDEO,
                    "SELECT %s FROM made, range(2) AS s(source) WHERE " + rolled.formatted("id || source"),
                    Map.of("video_id", "id", "source", "'s' || source", "creator",
                            "CASE WHEN n % 7 = 3 THEN 'creator' || source ELSE creator END", "created_at",
                            "posted + to_minutes((source * (n % 5 = 0)::INT * 3)::BIGINT)", "duration_ms", "15000"));
            keep(lake, Collected.OBSERVATION,
                    "SELECT %s FROM made, (SELECT unnest([4, 12, 14, 31, 59, 300, 1430, 2900]) AS minute),"
                            + " range(2) AS s(source) WHERE " + rolled.formatted("id || minute || source")
                            + " AND mod(hash(n, minute), 5) > 0",
                    Map.ofEntries(Map.entry("kind", "'video'"), Map.entry("entity_id", "id"),
                            Map.entry("source", "'s' || source"),
                            Map.entry("observed_at", "posted + to_minutes((minute + source)::BIGINT)"),
                            Map.entry("views", "(20 + hash(n) % 50 + source) * minute"), Map.entry("views_step", "1"),
                            Map.entry("likes", "(hash(n + 1) % 20) * minute"), Map.entry("likes_step", "1"),
                            Map.entry("comments", "(hash(n + 2) % 4) * minute"), Map.entry("comments_step", "1"),
                            Map.entry("shares", "(hash(n + 3) % 6) * minute"), Map.entry("shares_step", "1")));
            keep(lake, CommerceDatasets.VIDEO_VIEWING, "SELECT %s FROM made, range(3) AS t(time) WHERE "
                    + rolled.formatted("n || 't' || time") + " AND mod(hash(n + time), 3) > 0",
                    Map.of("video_id", "id", "source", "'studio'", "observed_at",
                            "posted + to_hours((12 + 30 * time)::BIGINT)", "completion_rate",
                            "(hash(n + 5 * time) % 100) / 100.0", "retention_3s", "0.5 + (hash(n + time) % 50) / 100.0",
                            "profile_views", "hash(n + 9 * time) % 100", "new_followers",
                            "CASE WHEN time = 1 THEN hash(n) % 9 END"));
        }
    }

    /// A video that nobody read.
    void describe(String video, Instant posted) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, Collected.VIDEO, "SELECT %s",
                    Map.of("video_id", "'" + video + "'", "source", "'poll'", "created_at",
                            "TIMESTAMP '" + local(posted) + "'"));
        }
    }

    /// At this instant the owner of a video is told a figure.
    void tell(String video, Instant at, String figure, String value) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, CommerceDatasets.VIDEO_VIEWING, "SELECT %s", Map.of("video_id", "'" + video + "'", "source",
                    "'studio'", "observed_at", "TIMESTAMP '" + local(at) + "'", figure, value));
        }
    }

    /// A reading of a video.
    void read(String video, Instant at, long views) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, Collected.OBSERVATION, "SELECT %s", Map.of("kind", "'video'", "entity_id", "'" + video + "'",
                    "source", "'poll'", "observed_at", "TIMESTAMP '" + local(at) + "'", "views",
                    String.valueOf(views), "views_step", "1"));
        }
    }

    /// What a hashtag's momentum was at a midnight.
    void trend(Instant midnight, String hashtag, double momentum) {
        try (LakeSession lake = database.lake().open(tenant)) {
            keep(lake, MetricDataset.METRIC, "SELECT %s", Map.of("kind", "'hashtag'", "entity_id", "'" + hashtag + "'",
                    "window_length", "'24h'", "window_end", "TIMESTAMP '" + local(midnight) + "'", "momentum",
                    String.valueOf(momentum), "withdrawn", "false", "computed_seq", "1"));
        }
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    Map<FypMetric, Double> measured(String video, Mark mark) {
        return database.transactions().call(tenant, db -> new MeasureRepository().of(db, List.of(video)))
                .get(Basis.KNOWN).get(video).get(mark).values().values();
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
        return kept(Basis.KNOWN);
    }

    List<FypScore> kept(Basis basis) {
        return database.transactions().call(tenant,
                db -> new ScoreRepository().reached(db, basis, Instant.EPOCH, at(100_000, 0)));
    }

    List<ImprovementTask> tasks() {
        return new Tasks(database).list(tenant);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
