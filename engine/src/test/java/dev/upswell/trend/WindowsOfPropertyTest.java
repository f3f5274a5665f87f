package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WindowsOfPropertyTest {

    @Property(tries = 25)
    void laterObservationsChangeNoRowThatEndedBefore(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 72);
        Instant asOf = RandomWorld.START.plusSeconds(new Random(seed).nextInt(80 * 3600));

        List<MetricRow> known = upTo(world.until(asOf).rows(), asOf);

        assertThat(upTo(world.shuffled(seed).rows(), asOf)).isEqualTo(known);
    }

    @Property(tries = 25)
    void orderAndRepeatsOfArrivalDoNotMatter(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 72);

        assertThat(world.shuffled(~seed).rows()).isEqualTo(world.rows());
    }

    @Property(tries = 8)
    void rowsFromAnInstantNeedOnlyTheReadingsOfTheLookback(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 24 * 34);
        Instant from = RandomWorld.START.plus(Duration.ofDays(24)).plusSeconds(new Random(seed).nextInt(500_000));

        List<MetricRow> partial = world.from(from.minus(WindowsOf.LOOKBACK)).rows(from);

        assertThat(partial).isEqualTo(world.rows(from));
    }

    @Property(tries = 8)
    void oneReadingAtATimeGivesTheRowsOfTheBatch(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 16);
        Map<String, MetricRow> emitted = new TreeMap<>();
        EntityWindows operator = new EntityWindows(RandomWorld.PRIOR, Duration.ofDays(5));
        EntityWindows.State state = EntityWindows.State.of(world.hashtag());

        for (Observation each : arriving(world, seed)) {
            var video = world.videos().get(each.entity());
            EntityWindows.Step step = video == null
                    ? operator.observe(state, each)
                    : operator.observe(state, video, each);
            keep(emitted, step);
            state = step.state();
        }
        keep(emitted, operator.close(state));

        assertThat(emitted).isEqualTo(keyed(world.rows()));
    }

    @Property(tries = 25)
    void countsAreNeverNegativeAndFractionsStayInRange(@ForAll long seed) {
        for (MetricRow row : RandomWorld.of(seed, 60).rows()) {
            row.values().present().forEach((metric, value) -> {
                assertThat(value).isFinite();
                switch (metric.range()) {
                    case "≥ 0" -> assertThat(value).isNotNegative();
                    case "≥ -1" -> assertThat(value).isGreaterThanOrEqualTo(-1);
                    case "0..1" -> assertThat(value).isBetween(0.0, 1.0);
                    default -> assertThat(metric.range()).isEqualTo("real");
                }
            });
            assertThat(row.backing().coverage()).isBetween(0.0, 1.0);
        }
    }

    /// Mostly in order; some readings come minutes late, some hours, some twice.
    private static List<Observation> arriving(RandomWorld world, long seed) {
        Random random = new Random(seed);
        Map<Long, List<Observation>> byArrival = new TreeMap<>();
        for (Observation each : world.observations()) {
            long delay = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(300);
            byArrival.computeIfAbsent(each.observedAt().getEpochSecond() + delay, t -> new ArrayList<>()).add(each);
            if (random.nextInt(30) == 0) {
                byArrival.computeIfAbsent(each.observedAt().getEpochSecond() + 2 * delay, t -> new ArrayList<>())
                        .add(each);
            }
        }
        return byArrival.values().stream().flatMap(List::stream).toList();
    }

    private static void keep(Map<String, MetricRow> emitted, EntityWindows.Step step) {
        Instant from = step.replacedFrom();
        if (from != null) {
            emitted.values().removeIf(row -> !row.end().isBefore(from));
        }
        emitted.putAll(keyed(step.rows()));
    }

    private static Map<String, MetricRow> keyed(List<MetricRow> rows) {
        Map<String, MetricRow> keyed = new TreeMap<>();
        rows.forEach(row -> keyed.put(row.window() + " " + row.end(), row));
        return keyed;
    }

    private static List<MetricRow> upTo(List<MetricRow> rows, Instant end) {
        return rows.stream().filter(row -> !row.end().isAfter(end)).toList();
    }
}
