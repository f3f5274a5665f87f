package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Property(tries = 40)
    void aHigherScoreNeverGetsALowerProbability(@ForAll long seed, @ForAll Calibration.Kind kind) {
        Random random = new Random(seed);
        double[] scores = random.doubles(200).toArray();
        float[] labels = new float[200];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < 0.2 ? 1 : 0;
        }

        Calibration curve = Calibration.fit(kind, scores, labels, ones(200));

        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        assertThat(curve.probabilities(sorted)).isSorted();
        assertThat(Arrays.stream(curve.probabilities(sorted)).boxed()).allMatch(p -> p >= 0 && p <= 1);
    }

    @Test
    void undoesADistortionOfTheOdds() {
        Random random = new Random(1);
        int size = 30_000;
        double[] scores = new double[size];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            double truth = random.nextDouble() * 0.5;
            scores[i] = Odds.probability(2 * Odds.of(truth) + 1);
            labels[i] = random.nextDouble() < truth ? 1 : 0;
        }

        for (Calibration.Kind kind : Calibration.Kind.values()) {
            Calibration curve = Calibration.fit(kind, scores, labels, ones(size));
            assertThat(curve.probability(Odds.probability(2 * Odds.of(0.2) + 1))).isCloseTo(0.2, within(0.02));
        }
    }

    @Property(tries = 30)
    void theIntervalHoldsTheProbability(@ForAll long seed) {
        Random random = new Random(seed);
        double[] scores = random.doubles(120).toArray();
        float[] labels = new float[120];
        int[] entities = new int[120];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < scores[i] / 2 ? 1 : 0;
            entities[i] = i % 12;
        }

        CalibrationBand band = CalibrationBand.fit(Calibration.Kind.BETA, scores, labels, entities, 30, 5);

        for (double score = 0; score <= 1; score += 0.05) {
            assertThat(band.interval(score).orElseThrow().contains(band.point().probability(score))).isTrue();
        }
    }

    @Test
    void scoresThatAllLookAlikeTeachNothingOfHigherOnes() {
        double[] scores = new double[200];
        Arrays.fill(scores, 0.5);
        float[] labels = new float[200];
        Arrays.fill(labels, 0, 10, 1);

        for (Calibration.Kind kind : Calibration.Kind.values()) {
            Calibration curve = Calibration.fit(kind, scores, labels, ones(200));

            assertThat(curve.probabilities(new double[]{0.5})[0]).isCloseTo(0.05, within(0.002));
            assertThat(curve.probabilities(new double[]{0.999})[0]).isLessThan(0.08);
        }
    }

    @Test
    void aShareSeenInFewEntitiesIsFarFromCertain() {
        Interval few = CalibrationBand.ofShare(0.05, 12).interval(0.05).orElseThrow();
        Interval many = CalibrationBand.ofShare(0.05, 1200).interval(0.05).orElseThrow();

        assertThat(few.low()).isCloseTo(0.0079, within(1e-4));
        assertThat(few.high()).isCloseTo(0.2577, within(1e-4));
        assertThat(many.high() - many.low()).isLessThan(0.03);
        assertThat(CalibrationBand.unknown().interval(0.05)).isEmpty();
    }

    @Test
    void aCurveThatFallsIsRefused() {
        assertThatThrownBy(() -> new Calibration(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must rise with the score");
    }

    @Test
    void theLowestThresholdThatIsRightHalfTheTimeIsFound() {
        double[] said = {.9, .8, .7, .6, .5};
        float[] came = {1, 0, 0, 1, 0};

        OperatingPoint point = OperatingPoint.lowest(said, came, 0.5).orElseThrow();

        assertThat(point.threshold()).isEqualTo(.6);
        assertThat(point.recall()).isEqualTo(1);
        assertThat(OperatingPoint.lowest(said, new float[5], 0.5)).isEmpty();
    }

    private static double[] ones(int size) {
        double[] all = new double[size];
        Arrays.fill(all, 1);
        return all;
    }
}
