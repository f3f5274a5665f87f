package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server with all its agents watches videos through part of a bad day: they reach their marks, alarms are raised, figures are told
/// late, and in the end scores are those of a server that learns everything at once.
///
/// An alarm can be raised once the mark was reached and what was read by then is stored: from the later of both, the mark and the end
/// of the last round of collecting before the alarm, it may take a minute of the day. In the usual run the day has four
/// quarters of an hour; `-Dupswell.quarters=96` is the whole of it.
@Tag("slow")
class ScoredDayTest {

    private static final int QUARTERS = Integer.getInteger("upswell.quarters", 4);
    private static final int HASHTAGS = 6;
    private static final int POSTS_A_DAY = 2_400;

    /// So many seconds of the day does a second of work take.
    private static final long PACE = 2;

    private static final Duration WITHIN = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final WorldSettings world = SandboxDay.youngWorld(HASHTAGS, POSTS_A_DAY);
    private long before = System.nanoTime();

    @Test
    void alarmsFollowTheirMarksWithinAMinuteAndScoresAreThoseFromScratch() throws InterruptedException, IOException {
        try (ServedDay day = new ServedDay(folder, world, SandboxDay.BAD_DAY, PACE)) {
            List<String> watched = day.prepareVideos(HASHTAGS);
            before = System.nanoTime();
            day.between(() -> pass(day));
            day.start();
            day.awaitAgents();
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                live(day, watched, SandboxDay.BEGIN.plus(Duration.ofMinutes(15L * quarter)));
                if (quarter == QUARTERS - 1) {
                    tellLate(day, watched);
                }
            }
            JsonNode scores = day.get("/api/v1/videos/scores?limit=500").at("/items");
            JsonNode literal = day.get("/api/v1/videos/scores?limit=500&form=literal").at("/items");
            List<Duration> delays = delays(day);
            System.out.println("from mark and readings to alarm: " + delays);
            Instant end = day.clock.instant();
            day.stop();

            assertThat(delays).isNotEmpty().allSatisfy(delay -> assertThat(delay).isLessThanOrEqualTo(WITHIN));
            assertThat(scores).isNotEmpty();
            for (int i = 0; i < scores.size(); i++) {
                assertForm(scores.get(i), literal.get(i));
            }
            assertSameFromScratch(day, end);
        }
    }

    /// Lets a quarter begin, and stops where videos that are known reach 15 minutes.
    private void live(ServedDay day, List<String> watched, Instant slot) {
        leap(day, slot);
        day.awaitRun("ingestion", run -> !ServedDay.instant(run, "/slot").isBefore(slot));
        day.collectWhatBroke();
        TreeSet<Instant> marks = new TreeSet<>();
        for (Passing.Shown video : SandboxDay.posted(world, watched, slot)) {
            Instant mark = video.createdAt().plus(Duration.ofMinutes(15));
            if (mark.isAfter(day.clock.instant()) && mark.isBefore(slot.plus(Duration.ofMinutes(14)))) {
                marks.add(mark);
            }
        }
        for (Instant mark : marks) {
            leap(day, Instant.ofEpochSecond((mark.getEpochSecond() + 19) / 20 * 20));
            day.awaitRun("video-scores", run -> !ServedDay.instant(run, "/begunAt").isBefore(mark));
        }
    }

    /// A leap in the midst of a round would count as its work.
    private static void leap(ServedDay day, Instant to) {
        day.awaitIdle("video-scores");
        if (day.clock.instant().isBefore(to)) {
            day.clock.set(to);
        }
    }

    private void pass(ServedDay day) {
        long now = System.nanoTime();
        day.clock.set(day.clock.instant().plusNanos((now - before) * PACE));
        before = now;
    }

    /// Tells the owner how the oldest videos are watched, at this time of the day.
    private void tellLate(ServedDay day, List<String> watched) throws InterruptedException, IOException {
        StringBuilder file = new StringBuilder("video_id,observed_at,completion_rate,retention_3s\n");
        Instant now = Instant.ofEpochSecond(day.clock.instant().getEpochSecond());
        int told = 0;
        for (Passing.Shown video : SandboxDay.posted(world, watched, now.minus(Duration.ofDays(1)))) {
            file.append("%s,%s,0.%d,0.8%n".formatted(video.id(), now, 30 + told++ % 50));
        }
        assertThat(told).isPositive();
        Path figures = Files.writeString(folder.resolve("figures.csv"), file.toString());
        assertThat(day.program.run("import", figures.toString())).as(day.program.output()).isZero();
    }

    /// From when each alarm could be raised until it was.
    private static List<Duration> delays(ServedDay day) {
        List<Instant> collected = new ArrayList<>();
        for (JsonNode round : day.get("/api/v1/events?type=INGEST_DONE&limit=500").at("/items")) {
            collected.add(ServedDay.instant(round, "/at"));
        }
        List<Duration> delays = new ArrayList<>();
        for (JsonNode plan : day.get("/api/v1/plans?limit=500").at("/items")) {
            Instant mark = ServedDay.instant(plan, "/asOf");
            if (plan.at("/rule").asString().equals("alarm") && mark.isAfter(SandboxDay.BEGIN)) {
                Instant raised = raised(day, plan.at("/task").asString());
                Instant known = collected.stream().filter(end -> !end.isAfter(raised)).max(Instant::compareTo)
                        .filter(end -> end.isAfter(mark)).orElse(mark);
                System.out.println("mark " + mark + ", readings known " + known + ", alarm " + raised);
                assertThat(raised).isAfterOrEqualTo(mark);
                delays.add(Duration.between(known, raised));
            }
        }
        return delays;
    }

    private static Instant raised(ServedDay day, String task) {
        for (JsonNode event : day.get("/api/v1/events?type=VIDEO_ALARM&limit=500").at("/items")) {
            if (event.toString().contains(task)) {
                return ServedDay.instant(event, "/at");
            }
        }
        throw new AssertionError("no event of task " + task);
    }

    /// The score is 50 and the weighted distances of its places from the middle, so all medians make 50; the source's form is less by
    /// 50 times the share of the losses.
    private static void assertForm(JsonNode score, JsonNode literal) {
        double sum = 0;
        double weights = 0;
        double losses = 0;
        for (JsonNode part : score.at("/parts")) {
            if (part.hasNonNull("place")) {
                boolean loss = part.at("/metric").asString().startsWith("drop_");
                double place = part.at("/place").asDouble();
                double weight = part.at("/weight").asDouble();
                sum += weight * ((loss ? 100 - place : place) - 50);
                weights += weight;
                losses += loss ? weight : 0;
            }
        }
        assertThat(literal.at("/video")).isEqualTo(score.at("/video"));
        if (weights > 0) {
            assertThat(score.at("/score").asDouble()).isBetween(0.0, 100.0).isCloseTo(50 + sum / weights, within(1e-9));
            assertThat(literal.at("/score").asDouble())
                    .isCloseTo(score.at("/score").asDouble() - 50 * losses / weights, within(1e-9));
        } else {
            assertThat(score.hasNonNull("score")).isFalse();
        }
    }

    /// What trended is taken when a mark is measured first, and kept; all else is made anew.
    private static void assertSameFromScratch(ServedDay day, Instant end) {
        try (Database database = Database.open(TestDatabase.settings(day.program.data()))) {
            TenantId tenant = new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT);
            List<String> stepByStep = rows(database, tenant);
            database.transactions().run(tenant, db -> List.of("delete from video_score", "delete from settled_score",
                    "delete from video_score_progress",
                    "update video_measure set measures = jsonb_strip_nulls(jsonb_build_object('trend', measures -> 'trend'))")
                    .forEach(sql -> db.sql(sql).update()));
            new VideoScores(tenant, database, new ViewingRepository(tenant, database),
                    new NextSteps(tenant, database, InstantSource.fixed(end))).keepUp(end);

            assertThat(stepByStep).hasSizeGreaterThan(400).anyMatch(row -> row.startsWith("settled"));
            assertThat(rows(database, tenant)).isEqualTo(stepByStep);
        }
    }

    private static List<String> rows(Database database, TenantId tenant) {
        return database.transactions()
                .call(tenant, db -> db
                        .sql("""
                            select 'known ' || video_id || ' ' || mark || ' ' || as_of || ' ' || parts || ' ' || coalesce(fyp::text, '') as row
                            from video_score union all
                            select 'settled ' || video_id || ' ' || mark || ' ' || as_of || ' ' || parts || ' ' || coalesce(fyp::text, '')
                            from settled_score order by row""")
                        .query(String.class).list());
    }
}
