package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WindowWalkTest {

    private static final long HOUR = 3600;
    private static final EntityId TAG = EntityId.hashtag("tag");

    @Test
    void gainIsTheDifferenceOfReadingsAtTheEdges() {
        WindowWalk walk = walk("""
            09:00 100
            09:30 130
            10:00 160
            11:00 900
            """);

        assertThat(walk.moveTo(at("10:00"))).isTrue();
        assertThat(walk.gain()).isEqualTo(60);
        assertThat(walk.coverage()).isEqualTo(1.0);
    }

    @Test
    void startEdgeLiesOnTheLineBetweenItsNeighbours() {
        WindowWalk walk = walk("""
            08:30 100
            08:50 100
            09:10 140
            10:00 160
            """);

        walk.moveTo(at("10:00"));

        assertThat(walk.gain()).isEqualTo(40);
        assertThat(walk.coverage()).isEqualTo(1.0);
    }

    @Test
    void endEdgeCarriesTheLastReadingForwardAndCoverageSaysHowMuchIsBacked() {
        WindowWalk walk = walk("""
            08:45 100
            09:00 100
            09:15 115
            09:45 145
            10:15 175
            """);

        walk.moveTo(at("10:00"));

        assertThat(walk.gain()).isEqualTo(45);
        assertThat(walk.coverage()).isEqualTo(0.75);
        assertThat(walk.lastReading()).isEqualTo(at("09:45"));
    }

    @Test
    void fallGainsNothingAndRebasesTheLevel() {
        WindowWalk walk = walk("""
            09:00 100
            09:20 120
            09:40 70
            10:00 75
            """);

        walk.moveTo(at("10:00"));

        assertThat(walk.gain()).isEqualTo(25);
    }

    @Test
    void differenceWithinTheResolutionIsNoMeasurableChange() {
        WindowWalk walk = walk("""
            09:00 999900
            09:30 1000000
            10:00 1000000
            10:30 1100000
            11:00 1100000
            """);

        walk.moveTo(at("10:00"));
        assertThat(walk.gain()).isZero();
        assertThat(walk.gainHigh()).isPositive();

        walk.moveTo(at("11:00"));
        assertThat(walk.gain()).isEqualTo(100_000);
        assertThat(walk.gainLow()).isZero();
        assertThat(walk.gainHigh()).isEqualTo(200_000);
    }

    @Test
    void exactLastReadingDoesNotMakeAChangeFromARoundedOneMeasurable() {
        WindowWalk walk = walk("""
            22:03 11100
            23:03 11200
            23:59 11250
            """);

        walk.moveTo(at("23:59"));

        assertThat(walk.gain()).isZero();
        assertThat(walk.gainHigh()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void exactNeighbourDoesNotMakeAnEdgeOnALineFromARoundedOneExact() {
        WindowWalk walk = walk("""
            08:50 10000
            09:10 10050
            10:00 10075
            """);

        walk.moveTo(at("10:00"));

        assertThat(walk.gain()).isZero();
    }

    @Test
    void fallToAnExactLevelDoesNotMakeTheRiseBeforeItMeasurable() {
        WindowWalk walk = walk("""
            20:03 11100
            21:03 11200
            22:03 12400
            23:00 9948
            """);

        walk.moveTo(at("23:00"));

        assertThat(walk.gain()).isZero();
    }

    @Test
    void roundingErrorsOfExactLookalikesCancel() {
        WindowWalk walk = walk("""
            09:00 12345
            09:30 12400
            10:00 12450
            """);

        walk.moveTo(at("10:00"));

        assertThat(walk.gain()).isEqualTo(105);
    }

    @Test
    void longGapIsNotBridgedButItsGainCountsInTheWindowThatHoldsIt() {
        CounterSeries series = series("""
            00:00 100
            01:00 110
            02:00 120
            03:00 130
            12:00 500
            13:00 510
            """);
        WindowWalk day = new WindowWalk(GainCurve.of(series), 14 * HOUR);
        WindowWalk tail = new WindowWalk(GainCurve.of(series), 4 * HOUR);

        day.moveTo(at("13:00"));
        assertThat(day.gain()).isEqualTo(410);
        assertThat(day.coverage()).isCloseTo(4 / 14.0, within(1e-9));

        tail.moveTo(at("13:00"));
        assertThat(tail.gain()).isEqualTo(10);
        assertThat(tail.coverage()).isEqualTo(0.25);
    }

    @Test
    void windowShorterThanTheUsualCadenceIsNotComputed() {
        WindowWalk walk = walk("""
            00:00 1
            03:00 2
            06:00 3
            09:00 4
            """);

        assertThat(walk.moveTo(at("09:00"))).isFalse();
    }

    @Test
    void lastReadingStandsForNoMoreThanTwelveHours() {
        String readings = """
            00:00 1
            00:30 2
            01:00 3
            """;

        assertThat(walk(readings).moveTo(at("13:00"))).isTrue();
        assertThat(walk(readings).moveTo(at("14:00"))).isFalse();
    }

    @Test
    void birthCountsFromZeroAndBacksWhatWasBefore() {
        Instant born = Instant.ofEpochSecond(at("08:30"));
        GainCurve curve = GainCurve.ofLooks(series("""
            09:00 40
            09:30 60
            10:00 90
            """), born, null);
        WindowWalk walk = new WindowWalk(curve, 2 * HOUR);

        assertThat(walk.moveTo(at("10:00"))).isTrue();
        assertThat(walk.gain()).isEqualTo(90);
        assertThat(walk.coverage()).isEqualTo(1.0);
        assertThat(walk.isUnbornUntil(at("08:00"))).isTrue();
    }

    @Test
    void outageDoesNotChangeTheUsualCadence() {
        GainCurve curve = GainCurve.of(series("""
            00:00 1
            00:15 1
            00:30 1
            00:45 1
            09:00 1
            """));

        assertThat(curve.usualCadence()).hasMinutes(15);
    }

    @Property(tries = 150)
    void gainAndDigestAlongAnotherCounterReadTogetherAreThoseOfAWalkOfItsOwn(@ForAll long seed) {
        Random random = new Random(seed);
        EntityCurves curves = readTogether(random);
        long length = List.of(900L, HOUR, 24 * HOUR).get(random.nextInt(3));
        WindowWalk leader = new WindowWalk(curves.of(Counter.VIEWS), length);
        WindowWalk along = new WindowWalk(curves.of(Counter.LIKES), length);
        WindowWalk alone = new WindowWalk(curves.of(Counter.LIKES), length);
        assertThat(along.isReadWith(leader)).isTrue();

        for (long end = curves.firstSecond() / 900 * 900; end <= curves.lastSecond() + 15 * HOUR; end += 900
                * (1 + random.nextInt(40))) {
            boolean live = leader.moveTo(end);
            assertThat(alone.moveTo(end)).isEqualTo(live);
            if (live) {
                assertThat(along.gainAlong(leader)).as("gain until " + end).isEqualTo(alone.gain());
            }
            leader.digest(end);
            assertThat(along.digestAlong(leader)).as("digest until " + end).isEqualTo(alone.digest(end));
        }
    }

    /// Views and likes read at the same times for a month: gaps, falls, two readings in a quarter of an hour, either counter
    /// exact or rounded at most readings, often with a known birth.
    private static EntityCurves readTogether(Random random) {
        int cadence = List.of(600, 900, 3600, 10_800).get(random.nextInt(4));
        int pace = random.nextBoolean() ? 30 : 300;
        long[] counters = {random.nextInt(20_000), random.nextInt(20_000)};
        boolean[] rounded = {random.nextBoolean(), random.nextBoolean()};
        long first = at("00:00") + random.nextInt(900);
        List<Observation> readings = new ArrayList<>();
        for (long t = first; t < first + 30 * 24 * HOUR && readings.size() < 800; t += step(cadence, random)) {
            Count[] counts = new Count[counters.length];
            for (int k = 0; k < counters.length; k++) {
                counters[k] = random.nextInt(40) == 0 ? counters[k] * 4 / 5 : counters[k] + random.nextInt(pace);
                counts[k] = rounded[k] && random.nextInt(4) > 0
                        ? new Count(counters[k] / 100 * 100, 100)
                        : Count.exact(counters[k]);
            }
            readings.add(new Observation(TAG, "api", Instant.ofEpochSecond(t),
                    new Counts(counts[0], counts[1], null, null, null, null, null)));
        }
        return new EntityCurves(EntitySeries.of(TAG, "api", readings),
                random.nextBoolean() ? null : Instant.ofEpochSecond(first - random.nextInt(60) * HOUR - 1));
    }

    private static long step(int cadence, Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> 1 + random.nextInt(40 * 3600);
            case 1, 2, 3 -> 1 + random.nextInt(400);
            default -> cadence + random.nextInt(cadence / 4);
        };
    }

    private static WindowWalk walk(String readings) {
        return new WindowWalk(GainCurve.of(series(readings)), HOUR);
    }

    private static CounterSeries series(String readings) {
        String[] lines = readings.strip().split("\n");
        long[][] columns = new long[3][lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] cells = lines[i].strip().split(" ");
            Count count = Count.displayed(Long.parseLong(cells[1]));
            columns[0][i] = at(cells[0]);
            columns[1][i] = count.value();
            columns[2][i] = count.resolution();
        }
        return CounterSeries.of(columns[0], columns[1], columns[2]);
    }

    private static long at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2025, 1, 1))
                .toEpochSecond(ZoneOffset.UTC);
    }
}
