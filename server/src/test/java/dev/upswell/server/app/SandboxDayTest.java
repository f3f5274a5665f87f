package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.simulate.WorldSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server lives through a bad day with all its agents: time passes while they work and leaps over where they wait, so that a
/// day takes as long as its work.
///
/// In the usual run it is an hour; `-Dupswell.quarters=96` is the day.
@Tag("slow")
class SandboxDayTest {

    private static final int QUARTERS = Integer.getInteger("upswell.quarters", 4);
    private static final int HASHTAGS = 40;
    private static final int WATCHED = 6;

    /// So many seconds of the day does a second of work take: the work itself seems slower than it is, never quicker.
    private static final long PACE = 10;

    /// Within which what was fetched must be seen in a forecast, at the median: what is promised in the whole day, which is run on a
    /// machine that does nothing else; before the next round in the usual build, whose machine may be busy.
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(QUARTERS < 96 ? 15 : 5);

    @TempDir
    Path folder;

    private long before = System.nanoTime();

    @Test
    void aBadDayLosesAndDoublesNothingAndForecastsFollowWithinMinutes() throws InterruptedException {
        WorldSettings world = SandboxDay.world(HASHTAGS);
        try (ServedDay day = new ServedDay(folder, world, SandboxDay.BAD_DAY, PACE)) {
            List<String> watched = day.prepare(WATCHED);
            before = System.nanoTime();
            day.between(() -> pass(day));
            day.start();
            day.awaitAgents();
            Instant first = SandboxDay.BEGIN.plus(Duration.ofMinutes(15));
            List<Duration> toForecast = new ArrayList<>();
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                toForecast.add(live(day, first.plus(Duration.ofMinutes(15L * quarter))));
            }
            Set<String> jobs = new TreeSet<>();
            day.runs().forEach(run -> jobs.add(run.at("/job").asString()));
            System.out.println("fetch to forecast, each quarter: " + toForecast);
            System.out.println("jobs that ran: " + jobs);
            day.stop();

            assertThat(day.rows(Collected.OBSERVATION,
                    "SELECT strftime(time_bucket(INTERVAL 15 MINUTE, observed_at), '%%Y-%%m-%%dT%%H:%%M:%%SZ') || ' ' || entity_id"
                            + " || ' ' || views || ' ' || likes FROM %s WHERE kind = 'video' ORDER BY 1"))
                    .containsExactlyElementsOf(SandboxDay.truth(world, watched, first, QUARTERS));
            for (LocalDate date : List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02"))) {
                assertThat(day.sandbox.unitsCharged(date)).isLessThanOrEqualTo(ServedDay.UNITS);
            }
            assertThat(median(toForecast)).isLessThan(SEEN_WITHIN);
            assertThat(jobs).contains("ingestion", "metrics", "predictions", "evaluation", "improvement",
                    "model-review",
                    "lake-upkeep");
        }
    }

    /// Lets a quarter begin and waits until what it brought is forecast from; gives how long that took from the first request.
    private static Duration live(ServedDay day, Instant slot) {
        if (day.clock.instant().isBefore(slot)) {
            day.clock.set(slot);
        }
        JsonNode fetched = day.awaitRun("ingestion", run -> !ServedDay.instant(run, "/slot").isBefore(slot));
        Instant stored = ServedDay.instant(fetched, "/endedAt");
        JsonNode forecast = day.awaitRun("predictions", run -> !ServedDay.instant(run, "/begunAt").isBefore(stored));
        day.awaitRun("sweep",
                run -> !ServedDay.instant(run, "/endedAt").isBefore(ServedDay.instant(forecast, "/endedAt")));
        day.collectWhatBroke();
        return Duration.between(ServedDay.instant(fetched, "/begunAt"), ServedDay.instant(forecast, "/endedAt"));
    }

    private void pass(ServedDay day) {
        long now = System.nanoTime();
        day.clock.set(day.clock.instant().plusNanos((now - before) * PACE));
        before = now;
    }

    private static Duration median(List<Duration> of) {
        List<Duration> sorted = of.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
