package dev.upswell.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.timeline.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReadingGateTest {

    private static final int VIEWS = 1;
    private static final int VIEWS_AND_LIKES = 3;
    private static final long HOUR = 3_600;

    private final ReadingGate gate = new ReadingGate(ReadingGate.USUAL_SERIES);
    private final int group = gate.group(true, 0);

    private void views(long series, long hour, long views) {
        gate.reading(group, series, hour * HOUR, VIEWS, views, 1, views);
    }

    private GroupCounts end() {
        return gate.end().getFirst();
    }

    private Finding finding(GateRule rule, GroupCounts counts) {
        return counts.findings(RuleTable.USUAL, 0).stream().filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    @Test
    void viewsThatFallAreCountedWithWhatTheyFellFrom() {
        views(1, 0, 100);
        views(1, 1, 90);
        views(1, 2, 95);

        assertThat(gate.failed()).containsExactly(
                new FailedReading(GateRule.MONOTONIC, group, 1, HOUR, Counter.VIEWS, 100L, 90L));
        GroupCounts counts = end();
        assertThat(counts.compared()).isEqualTo(2);
        assertThat(counts.fell()).isEqualTo(1);
    }

    @Test
    void aFallWithinTheDisplayedStepIsRounding() {
        gate.reading(group, 1, 0, VIEWS, 1_200_000, 100_000, 1_200_000);
        gate.reading(group, 1, HOUR, VIEWS, 1_100_000, 100_000, 1_100_000);
        gate.reading(group, 1, 2 * HOUR, VIEWS, 900_000, 100, 900_000);

        assertThat(end().fell()).isEqualTo(1);
    }

    @Test
    void aReadingThatComesLateMustNotShowMoreThanALaterOne() {
        views(1, 5, 100);
        views(1, 3, 120);
        views(1, 4, 80);

        assertThat(end().fell()).isEqualTo(1);
    }

    @Test
    void totalsOfAPeriodMayFall() {
        int totals = gate.group(false, 0);
        gate.reading(totals, 1, 0, VIEWS, 100, 1, 100);
        gate.reading(totals, 1, HOUR, VIEWS, 50, 1, 50);

        assertThat(end().compared()).isZero();
    }

    @Test
    void whatWasReadBeforeTheBatchIsComparedWithAndNotCounted() {
        gate.remember(group, 1, 0, VIEWS, 100, 1, 100);
        views(1, 1, 40);

        GroupCounts counts = end();
        assertThat(counts.readings()).isEqualTo(1);
        assertThat(counts.fell()).isEqualTo(1);
    }

    @Test
    void aStepFarAboveAllEarlierOnesIsASpike() {
        long total = 0;
        for (int hour = 0; hour < 10; hour++) {
            total += 100 + hour % 3;
            views(1, hour, total);
        }
        views(1, 10, total + 5_000);
        views(1, 11, total + 10_000);

        GroupCounts counts = end();
        assertThat(counts.spikes()).as("the second step was as fast before").isEqualTo(1);
        assertThat(finding(GateRule.SPIKES, counts).cases()).isEqualTo(counts.paced());
    }

    @Test
    void aSurgeThatBuildsUpIsNoSpike() {
        double total = 0;
        for (int hour = 0; hour < 40; hour++) {
            total += 100 * Math.pow(1.5, hour % 20);
            views(1, hour, (long) total);
        }

        assertThat(end().spikes()).isZero();
    }

    @Test
    void entitiesWithoutAMoveForADayStandStill() {
        for (int day = 0; day < 4; day++) {
            for (int entity = 0; entity < 30; entity++) {
                views(entity, day * 24L, 1_000 + entity);
            }
        }

        GroupCounts counts = end();
        assertThat(counts.watched()).isEqualTo(90);
        assertThat(finding(GateRule.STANDSTILL, counts).verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void oneThatMovesIsNotStanding() {
        for (int day = 0; day < 4; day++) {
            for (int entity = 0; entity < 30; entity++) {
                views(entity, day * 24L, entity < 2 ? 1_000 + day : 1_000);
            }
        }

        Finding finding = finding(GateRule.STANDSTILL, end());
        assertThat(finding.value()).isBetween(0.9, 0.95);
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void missingIsTheShareOfUsualCountersThatLack() {
        int known = gate.group(true, VIEWS_AND_LIKES);
        for (int i = 0; i < 100; i++) {
            gate.reading(known, i, 0, i < 90 ? VIEWS_AND_LIKES : VIEWS, 1, 1, 1);
        }

        assertThat(gate.failed()).hasSize(10).allMatch(one -> one.counter() == Counter.LIKES && one.after() == null);
        Finding missing = end().findings(RuleTable.USUAL, VIEWS_AND_LIKES).getFirst();
        assertThat(missing.value()).isEqualTo(0.05);
        assertThat(missing.detail()).isEqualTo("likes in 10");
        assertThat(missing.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCounterThatASourceNeverGivesIsNotMissing() {
        for (int i = 0; i < 100; i++) {
            views(i, 0, 1);
        }

        assertThat(finding(GateRule.MISSING, end()).value()).isEqualTo(0.0);
    }

    @Test
    void aBatchBeginsAnewAndRemembersTheSeries() {
        views(1, 0, 100);
        end();
        assertThat(gate.end()).isEmpty();
        views(1, 1, 50);

        assertThat(end().fell()).isEqualTo(1);
    }

    @Test
    void noMoreThanABoundedNumberOfFailedReadingsIsKept() {
        for (int hour = 0; hour < 3_000; hour++) {
            views(1, hour, 10_000 - hour * 2L);
        }

        assertThat(gate.failed()).hasSize(ReadingGate.MOST_FAILED);
        assertThat(end().fell()).isEqualTo(2_999);
    }

    /// Any order of series through a gate that forgets finds what a map without bounds finds, as long as no more series pass
    /// between two readings of one than a generation holds.
    @Property(tries = 50)
    void forgettingLosesNothingOfSeriesThatAreReadAgainSoon(@ForAll @IntRange(min = 1, max = 200) int seed) {
        ReadingGate small = new ReadingGate(300);
        int only = small.group(true, 0);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, Long> last = new HashMap<>();
        long fell = 0;
        long second = 0;
        List<Long> live = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (live.size() < 100 || random.nextInt(20) == 0) {
                live.add(random.nextLong());
            }
            if (live.size() > 100) {
                live.removeFirst();
            }
            long series = live.get(random.nextInt(live.size()));
            long views = random.nextInt(1_000);
            Long before = last.put(series, views);
            fell += before != null && before - views > 1 ? 1 : 0;
            small.reading(only, series, second++, VIEWS, views, 1, views);
        }

        assertThat(small.remembered()).isLessThanOrEqualTo(600);
        assertThat(small.end().getFirst().fell()).isEqualTo(fell);
    }
}
