package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WindowsOfOracleTest {

    @Property(tries = 12)
    void rowsOfOwnCountersEqualThePlainDefinitions(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 60);
        RandomWorld own = world.with(world.observations().stream()
                .filter(each -> each.entity().equals(world.hashtag()) && each.source().equals("source1"))
                .map(WindowsOfOracleTest::viewsAlone).toList());
        NaiveMetrics naive = new NaiveMetrics(own);

        for (MetricRow row : sampled(own, seed)) {
            long end = row.end().getEpochSecond();
            same(row, Metric.VIEWS_GAINED, naive.viewsGained(world.hashtag(), row.window(), end).map(v -> 1.0 * v));
            same(row, Metric.VELOCITY, naive.velocity(world.hashtag(), row.window(), end));
            same(row, Metric.ACCELERATION, naive.acceleration(world.hashtag(), row.window(), end));
            if (row.values().has(Metric.VIEWS_GAINED)) {
                same(row, Metric.VIEW_GROWTH, naive.velocity(world.hashtag(), row.window(), end));
                same(row, Metric.PERSISTENCE, naive.persistence(world.hashtag(), row.window(), end));
                assertThat(row.backing().coverage()).isCloseTo(
                        naive.gain(world.hashtag(), end - row.window().seconds(), end).orElseThrow().coverage(),
                        within(1e-9));
            }
        }
    }

    @Property(tries = 12)
    void rowsOfCarryingVideosEqualThePlainDefinitions(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 60);
        RandomWorld videos = world
                .with(world.observations().stream().filter(each -> !each.entity().equals(world.hashtag())).toList());
        NaiveMetrics naive = new NaiveMetrics(videos);
        Map<String, MetricRow> rows = new HashMap<>();
        videos.rows().forEach(row -> rows.put(row.window() + "" + row.end(), row));

        for (Window window : Window.values()) {
            for (int i = 0; i < 10; i++) {
                Instant end = window.endFrom(RandomWorld.START.plusSeconds(new Random(seed + i).nextInt(70 * 3600)));
                MetricRow row = rows.get(window + "" + end);
                Optional<double[]> expected = naive.carriers(window, end.getEpochSecond());
                assertThat(row != null && row.values().has(Metric.VOLUME)).isEqualTo(expected.isPresent());
                if (row != null && expected.isPresent()) {
                    same(row, Metric.VOLUME, Optional.of(expected.get()[0]));
                    same(row, Metric.VIEWS_GAINED, Optional.of(expected.get()[1]));
                    row.value(Metric.UNIQUE_CREATORS).ifPresent(v -> assertThat(v).isEqualTo(expected.get()[2]));
                    row.value(Metric.CREATOR_DISPERSION)
                            .ifPresent(v -> assertThat(v).isCloseTo(expected.get()[3], within(1e-9)));
                }
            }
        }
    }

    private static Observation viewsAlone(Observation reading) {
        Count views = reading.counts().views();
        return new Observation(reading.entity(), reading.source(), reading.observedAt(),
                views == null ? Counts.NONE : Counts.views(views));
    }

    private static List<MetricRow> sampled(RandomWorld world, long seed) {
        List<MetricRow> rows = new ArrayList<>(world.rows());
        Collections.shuffle(rows, new Random(seed));
        return rows.subList(0, Math.min(rows.size(), 5));
    }

    private static void same(MetricRow row, Metric metric, Optional<Double> expected) {
        OptionalDouble value = row.value(metric);
        assertThat(value.isPresent()).as(metric + " of " + row).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(value.getAsDouble()).as(metric + " of " + row).isCloseTo(expected.get(), within(1e-9));
        }
    }
}
