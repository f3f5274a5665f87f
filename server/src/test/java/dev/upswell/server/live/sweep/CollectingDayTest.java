package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A day at a provider that fails in every way: what was there at each quarter is stored once, and nothing else.
@Tag("slow")
class CollectingDayTest {

    private static final Shares BAD_DAY = new Shares(Map.of(Fate.THROTTLED, 0.05, Fate.FAILING, 0.05, Fate.SILENT,
            0.02, Fate.MALFORMED, 0.01, Fate.REPEATED, 0.01), Duration.ZERO);
    private static final long UNITS = 2_000;

    @Test
    void nothingIsLostAndNothingDoubleAgainstTheTruth() {
        try (LiveBench bench = new LiveBench(BAD_DAY)) {
            bench.units = UNITS;
            bench.toAnswer = Duration.ofMillis(700);
            String hashtag = LiveBench.busiest();
            bench.live().watches().add("ensembledata", Subject.parse("hashtag:" + hashtag),
                    Duration.ofMinutes(15), 50);
            Passing passing = SimulatedWorld.of(LiveBench.TWO_DAYS.world()).passing();
            TreeSet<String> truth = new TreeSet<>();
            for (int quarter = 0; quarter < 96; quarter++) {
                bench.now = LiveBench.NOON.plus(Duration.ofMinutes(15L * quarter));
                while (!passing.now().plus(LiveBench.TWO_DAYS.world().cadence()).isAfter(bench.now)) {
                    passing.advance();
                }
                Instant at = bench.now;
                passing.videos().stream()
                        .filter(video -> video.hashtags().stream().anyMatch(tag -> tag.id().equals(hashtag)))
                        .forEach(video -> truth.add(at + " " + video.id() + " " + video.views()));
                bench.round();
                while (bench.live().deadLetters().count() > 0) {
                    bench.live().deadLetters().list(10, 0)
                            .forEach(letter -> bench.live().deadLetters().replay(letter.id()));
                    bench.round();
                }
            }

            assertThat(bench.rows(Collected.OBSERVATION,
                    "SELECT strftime(observed_at, '%%Y-%%m-%%dT%%H:%%M:%%SZ') || ' ' || entity_id || ' ' || views"
                            + " FROM %s WHERE kind = 'video' ORDER BY 1"))
                    .containsExactlyElementsOf(truth);
            for (LocalDate day : new LocalDate[]{LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-02")}) {
                assertThat(bench.sandbox.unitsCharged(day)).isPositive().isLessThanOrEqualTo(UNITS);
            }
            assertThat(bench.list("select sum(coalesce(charged, worst_cost)) from source_request", Long.class)
                    .getFirst()).isGreaterThanOrEqualTo(bench.sandbox.unitsCharged(LocalDate.parse("2026-02-01"))
                            + bench.sandbox.unitsCharged(LocalDate.parse("2026-02-02")));
            assertThat(bench.list("select distinct outcome from source_request", String.class)).contains("page",
                    "retry-later", "malformed");
        }
    }
}
