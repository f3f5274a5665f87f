package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WindowsOfOracleTest {

    @Property(tries = 40)
    void rowsOfOwnCountersEqualThePlainDefinitions(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 60);
        RandomWorld own = world.with(world.observations().stream()
                .filter(each -> each.entity().equals(world.hashtag()) && each.source().equals("source1"))
                .map(WindowsOfOracleTest::viewsAlone).toList());
        NaiveMetrics naive = new NaiveMetrics(own);
        Map<String, MetricRow> rows = byEnd(own);

        for (Window window : Window.values()) {
            for (int i = 0; i < 3; i++) {
                Instant end = window.endFrom(RandomWorld.START.plusSeconds(new Random(seed + i).nextInt(70 * 3600)));
                MetricRow row = rows.get(window + "" + end);
                assertThat(row != null).as(window + " " + end).isEqualTo(naive
                        .gain(world.hashtag(), end.getEpochSecond() - window.seconds(), end.getEpochSecond())
                        .isPresent());
                if (row != null) {
                    sameOwn(row, naive, world.hashtag());
                }
            }
        }
    }

    private static void sameOwn(MetricRow row, NaiveMetrics naive, EntityId hashtag) {
        long end = row.end().getEpochSecond();
        same(row, Metric.VIEWS_GAINED, naive.viewsGained(hashtag, row.window(), end).map(v -> 1.0 * v));
        same(row, Metric.VELOCITY, naive.velocity(hashtag, row.window(), end));
        same(row, Metric.ACCELERATION, naive.acceleration(hashtag, row.window(), end));
        if (row.values().has(Metric.VIEWS_GAINED)) {
            same(row, Metric.VIEW_GROWTH, naive.velocity(hashtag, row.window(), end));
            same(row, Metric.PERSISTENCE, naive.persistence(hashtag, row.window(), end));
            NaiveMetrics.Gain gain = naive.gain(hashtag, end - row.window().seconds(), end).orElseThrow();
            sameGain(row, gain);
            assertThat(row.backing().coverage()).isCloseTo(gain.coverage(), within(1e-9));
        }
    }

    /// A week and more of readings, so that windows leave the week whose median they are compared with.
    @Property(tries = 5)
    void persistenceComparesWithTheMedianOfOneWholeWeek(@ForAll long seed) {
        persistentHoursAndDays(seed);
    }

    @Example
    void worldsOfNineDaysHavePersistence() {
        assertThat(persistentHoursAndDays(1)).allSatisfy(persistent -> assertThat(persistent).isPositive());
    }

    /// In how many of 24 windows of an hour and of a day there is one.
    private static List<Integer> persistentHoursAndDays(long seed) {
        RandomWorld world = RandomWorld.ofDays(seed, 9);
        NaiveMetrics naive = new NaiveMetrics(world);
        Map<String, MetricRow> rows = byEnd(world);

        List<Integer> found = new ArrayList<>();
        for (Window window : List.of(Window.HOUR, Window.DAY)) {
            int persistent = 0;
            for (int i = 0; i < 24; i++) {
                Instant end = RandomWorld.START.plus(Duration.ofHours(8 * 24 + i));
                MetricRow row = rows.get(window + "" + end);
                if (row != null && row.values().has(Metric.VIEWS_GAINED)) {
                    same(row, Metric.PERSISTENCE, naive.persistence(world.hashtag(), window, end.getEpochSecond()));
                    persistent += row.values().has(Metric.PERSISTENCE) ? 1 : 0;
                }
            }
            found.add(persistent);
        }
        return found;
    }

    private static Map<String, MetricRow> byEnd(RandomWorld world) {
        Map<String, MetricRow> rows = new HashMap<>();
        world.rows().forEach(row -> rows.put(row.window() + "" + row.end(), row));
        return rows;
    }

    @Property(tries = 40)
    void rowsOfCarryingVideosEqualThePlainDefinitions(@ForAll long seed) {
        RandomWorld world = RandomWorld.of(seed, 60);
        RandomWorld videos = world
                .with(world.observations().stream().filter(each -> !each.entity().equals(world.hashtag())).toList());
        NaiveMetrics naive = new NaiveMetrics(videos);
        Map<String, MetricRow> rows = byEnd(videos);

        for (Window window : Window.values()) {
            for (int i = 0; i < 10; i++) {
                Instant end = window.endFrom(RandomWorld.START.plusSeconds(new Random(seed + i).nextInt(70 * 3600)));
                MetricRow row = rows.get(window + "" + end);
                Optional<NaiveMetrics.Carriers> expected = naive.carriers(window, end.getEpochSecond());
                assertThat(row != null && row.values().has(Metric.VOLUME)).as(window + " " + end)
                        .isEqualTo(expected.isPresent());
                if (row != null && expected.isPresent()) {
                    same(row, Metric.VOLUME, Optional.of((double) expected.get().volume()));
                    sameGain(row, expected.get().gained());
                    same(row, Metric.UNIQUE_CREATORS, expected.get().creators());
                    same(row, Metric.CREATOR_DISPERSION, expected.get().dispersion());
                    same(row, Metric.NEW_VIDEOS, expected.get().newVideos());
                }
            }
        }
    }

    @Example
    void roundedStartHidesASmallRiseThatEndsInAFallToAnExactLevel() {
        Readings readings = Readings.of("""
            21:02 #tag views=10800
            22:02 #tag views=11100
            23:02 #tag views=11200
            """).onDayAfter("""
            00:02 #tag views=12400
            00:58 #tag views=9948
            """);
        Instant end = Readings.at("01:00").plus(Duration.ofDays(1));

        assertThat(naiveViewsGained(readings, Readings.TAG, end)).hasValue(0L);
        assertThat(readings.row(Window.HOUR, end).value(Metric.VIEWS_GAINED)).hasValue(0);
    }

    @Example
    void readingThatLooksRoundedHidesASmallRiseOfAVideo() {
        Readings readings = Readings.of("""
            15:56 v1 by=ann views=1996600
            16:54 v1 by=ann views=1998400
            17:54 v1 by=ann views=2000000
            18:54 v1 by=ann views=2001800
            """);

        assertThat(naiveViewsGained(readings, EntityId.video("v1"), Readings.at("19:00"))).hasValue(0L);
        assertThat(readings.row(Window.HOUR, "19:00").value(Metric.VIEWS_GAINED)).hasValue(0);
        assertThat(readings.row(Window.HOUR, "19:00").value(Metric.VOLUME)).hasValue(0);
    }

    private static Optional<Long> naiveViewsGained(Readings readings, EntityId entity, Instant end) {
        return new NaiveMetrics(new RandomWorld(Readings.TAG, Map.of(), readings.observations()))
                .viewsGained(entity, Window.HOUR, end.getEpochSecond());
    }

    private static Observation viewsAlone(Observation reading) {
        Count views = reading.counts().views();
        return new Observation(reading.entity(), reading.source(), reading.observedAt(),
                views == null ? Counts.NONE : Counts.views(views));
    }

    private static void sameGain(MetricRow row, NaiveMetrics.Gain expected) {
        same(row, Metric.VIEWS_GAINED, Optional.of((double) expected.views()));
        same(row, Metric.VIEWS_GAINED_LOW, Optional.of((double) expected.low()));
        same(row, Metric.VIEWS_GAINED_HIGH, Optional.of((double) expected.high()));
    }

    private static void same(MetricRow row, Metric metric, Optional<Double> expected) {
        OptionalDouble value = row.value(metric);
        assertThat(value.isPresent()).as(metric + " of " + row).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(value.getAsDouble()).as(metric + " of " + row).isCloseTo(expected.get(), within(1e-9));
        }
    }
}
