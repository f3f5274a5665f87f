package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// The interval of a gain holds the true gain, whichever way the source rounds.
class GainBoundsTest {

    private static final int READINGS = 30;

    @Property(tries = 400)
    void intervalHoldsTheTrueGainWhetherDigitsAreCutOffOrRounded(@ForAll long seed) {
        Random random = new Random(seed);
        boolean cutOff = random.nextBoolean();
        long[] times = new long[READINGS];
        long[] truth = new long[READINGS];
        long[] shown = new long[READINGS];
        long[] steps = new long[READINGS];
        long level = new long[]{9_000, 50_000, 980_000, 1_300_000}[random.nextInt(4)];
        for (int i = 0; i < READINGS; i++) {
            times[i] = i * 900L + (i > 0 ? 1 + random.nextInt(600) : 0);
            level = random.nextInt(6) == 0 ? level - random.nextInt((int) level / 2) : level + gained(level, random);
            truth[i] = level;
            steps[i] = random.nextInt(4) == 0 ? 1 : step(level);
            shown[i] = cutOff ? level / steps[i] * steps[i] : (level + steps[i] / 2) / steps[i] * steps[i];
        }
        GainCurve curve = GainCurve.of(CounterSeries.of(times, shown, steps));
        WindowWalk walk = new WindowWalk(curve, 4 * 3600);

        for (long end = 3600; end < times[READINGS - 1]; end += 900) {
            assertThat(walk.moveTo(end)).isTrue();
            double trueGain = trueGain(curve, truth, end - 4 * 3600, end);
            // A start edge on a line between two readings lies at a fraction of a view, the gain at a whole one.
            assertThat(walk.gainLow()).isLessThanOrEqualTo((long) Math.ceil(Math.max(0, trueGain)) + 1);
            assertThat(walk.gainHigh()).isGreaterThanOrEqualTo((long) Math.floor(trueGain) - 1);
            assertThat(walk.gain()).isBetween(walk.gainLow(), walk.gainHigh());
        }
    }

    private static long gained(long level, Random random) {
        return random.nextInt(random.nextBoolean() ? 40 : (int) level / 10);
    }

    private static long step(long level) {
        return level < 10_000 ? 1 : level < 1_000_000 ? 100 : 100_000;
    }

    /// The rise of the true level over all steps that do not count as a fall.
    private static double trueGain(GainCurve curve, long[] truth, long from, long end) {
        double gain = 0;
        for (int i = 1; i < truth.length && curve.times[i] <= end; i++) {
            boolean fell = curve.values[i] - curve.values[i - 1] <= -Math.max(curve.resolutions[i - 1],
                    curve.resolutions[i]);
            if (curve.times[i] > from && !fell) {
                double inside = Math.min(1,
                        (curve.times[i] - from) / (double) (curve.times[i] - curve.times[i - 1]));
                gain += (truth[i] - truth[i - 1]) * inside;
            }
        }
        return gain;
    }

    @Test
    void riseFromAnExactLevelToOneWithDigitsCutOffReachesTheNextStep() {
        WindowWalk walk = hourFrom(9_990, 1, 10_000, 100);

        assertThat(walk.gain()).isZero();
        assertThat(walk.gainHigh()).isEqualTo(109);
    }

    @Test
    void riseFromALevelWithDigitsCutOffMayHaveBegunJustBelowTheNextStep() {
        WindowWalk walk = hourFrom(1_000_000, 100_000, 1_150_001, 1);

        assertThat(walk.gain()).isEqualTo(150_001);
        assertThat(walk.gainLow()).isEqualTo(50_002);
    }

    @Test
    void fallBetweenRoundedLevelsWidensTheIntervalBothWays() {
        long[] times = {0, 1200, 2400, 3600};
        WindowWalk walk = new WindowWalk(GainCurve.of(CounterSeries.of(times,
                new long[]{20_000, 20_500, 20_000, 20_500}, new long[]{100, 100, 100, 100})), 3600);
        walk.moveTo(3600);

        assertThat(walk.gain()).isEqualTo(1000);
        assertThat(walk.gainLow()).isEqualTo(800);
        assertThat(walk.gainHigh()).isEqualTo(1200);
    }

    @Test
    void exactReadingsHaveNoInterval() {
        WindowWalk walk = hourFrom(100, 1, 160, 1);

        assertThat(walk.gainLow()).isEqualTo(60);
        assertThat(walk.gainHigh()).isEqualTo(60);
    }

    private static WindowWalk hourFrom(long before, long stepBefore, long after, long stepAfter) {
        WindowWalk walk = new WindowWalk(GainCurve.of(CounterSeries.of(new long[]{0, 3600}, new long[]{before, after},
                new long[]{stepBefore, stepAfter})), 3600);
        walk.moveTo(3600);
        return walk;
    }
}
