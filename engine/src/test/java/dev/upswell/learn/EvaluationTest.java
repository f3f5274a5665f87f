package dev.upswell.learn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Every figure against a brute-force oracle, with many ties.
class EvaluationTest {

    private static final int CUTS = 6;
    private static final int ENTITIES = 13;

    @Property(tries = 60)
    void rankingFiguresEqualBruteForceWithTies(@ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int levels) {
        ScoredPairs pairs = random(seed, levels);

        Evaluation found = Evaluation.of(pairs, 0, 1).orElseThrow();

        assertThat(found.value(Figure.AUC)).isCloseTo(auc(pairs), within(1e-12));
        assertThat(found.value(Figure.PR_AUC)).isCloseTo(averagePrecision(pairs), within(1e-12));
        assertThat(found.value(Figure.BRIER)).isCloseTo(brier(pairs), within(1e-12));
        assertThat(found.value(Figure.PRECISION_AT_10)).isCloseTo(precisionAt(pairs, 10), within(1e-12));
    }

    @Property(tries = 60)
    void calibrationErrorEqualsBruteForceWithTies(@ForAll int seed, @ForAll @IntRange(min = 1, max = 40) int levels) {
        ScoredPairs pairs = random(seed, levels);

        assertThat(Evaluation.of(pairs, 0, 1).orElseThrow().value(Figure.ECE))
                .isCloseTo(calibrationError(pairs), within(1e-12));
    }

    @Property(tries = 40)
    void weightedFiguresEqualFiguresOfRepeatedEntities(@ForAll int seed,
            @ForAll @IntRange(min = 2, max = 40) int levels) {
        ScoredPairs pairs = random(seed, levels);
        int[] weights = new Random(seed).ints(ENTITIES, 0, 3).toArray();
        weights[0] = 1;
        weights[1] = 1;
        ScoredPairs repeated = repeated(pairs, weights);

        PooledRanking.Groups weighed = new PooledRanking(pairs).weighed(weights);

        assertThat(weighed.auc()).isCloseTo(auc(repeated), within(1e-12));
        assertThat(weighed.averagePrecision()).isCloseTo(averagePrecision(repeated), within(1e-12));
        assertThat(weighed.calibrationError(15)).isCloseTo(calibrationError(repeated), within(1e-12));
    }

    @Test
    void recallAtRIsOneForAPerfectRanking() {
        ScoredPairs pairs = pairs(new double[]{.9, .8, .1, .2, .7, .3}, 1, 1, 0, 0, 1, 0);

        Evaluation found = Evaluation.of(pairs, 0, 1).orElseThrow();

        assertThat(found.value(Figure.RECALL_AT_R)).isEqualTo(1);
        assertThat(found.value(Figure.RECALL_AT_50)).isEqualTo(1);
        assertThat(found.value(Figure.AUC)).isEqualTo(1);
        assertThat(found.positives()).isEqualTo(3);
    }

    @Test
    void equalProbabilitiesHaveChanceLevelAndNoCalibrationSlope() {
        Evaluation found = Evaluation.of(pairs(new double[]{.5, .5, .5, .5}, 1, 0, 0, 1), 50, 1).orElseThrow();

        assertThat(found.value(Figure.AUC)).isEqualTo(0.5);
        assertThat(found.value(Figure.PR_AUC)).isEqualTo(0.5);
        assertThat(found.value(Figure.ECE)).isZero();
        assertThat(found.calibrationSlope()).isNull();
    }

    @Test
    void nothingCanBeJudgedWithoutBothClasses() {
        assertThat(Evaluation.of(pairs(new double[]{.5, .4}, 0, 0), 10, 1)).isEmpty();
    }

    @Test
    void aBetterModelIsBetterByAnIntervalThatLeavesOutZero() {
        ScoredPairs good = random(4, 1000);
        ScoredPairs perfect = new ScoredPairs(toDoubles(good.labels()), good.labels(), good.entities(), good.cuts());

        Estimate gain = Evaluation.difference(perfect, good, 200, 7);

        assertThat(gain.value()).isPositive();
        assertThat(gain.interval().low()).isPositive();
    }

    @Test
    void bothModelsStandBesideTheirDifferenceOnTheSameDraws() {
        ScoredPairs good = random(4, 1000);
        ScoredPairs perfect = new ScoredPairs(toDoubles(good.labels()), good.labels(), good.entities(), good.cuts());

        Evaluation.Paired both = Evaluation.paired(perfect, good, 200, 7);

        assertThat(both.difference()).isEqualTo(Evaluation.difference(perfect, good, 200, 7));
        assertThat(both.one().value()).isEqualTo(1);
        assertThat(both.one().interval()).isEqualTo(new Interval(1, 1));
        assertThat(both.other().value()).isEqualTo(Evaluation.of(good, 0, 1).orElseThrow().value(Figure.PR_AUC));
        assertThat(both.other().interval().contains(both.other().value())).isTrue();
        assertThat(both.difference().value()).isEqualTo(1 - both.other().value());
    }

    @Test
    void modelsAreOnlyComparedOnTheSamePairs() {
        assertThatThrownBy(() -> Evaluation.difference(random(1, 9), random(2, 9), 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be compared on the same pairs");
    }

    @Test
    void wellCalibratedProbabilitiesHaveSlopeOneAndIntervalsAroundTheirFigures() {
        Random random = new Random(3);
        int size = 20_000;
        double[] said = random.doubles(size, 0.02, 0.6).toArray();
        float[] came = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            came[i] = random.nextDouble() < said[i] ? 1 : 0;
            entities[i] = i % 200;
            cuts[i] = i / 200;
        }

        Evaluation found = Evaluation.of(new ScoredPairs(said, came, entities, cuts), 100, 1).orElseThrow();

        Estimate slope = requireNonNull(found.calibrationSlope());
        assertThat(slope.value()).isCloseTo(1, within(0.07));
        assertThat(slope.interval().contains(1)).isTrue();
        assertThat(slope.interval().high() - slope.interval().low()).isBetween(0.02, 0.2);
        assertThat(found.value(Figure.ECE)).isLessThan(0.015);
        assertThat(found.estimate(Figure.AUC).interval().contains(found.value(Figure.AUC))).isTrue();
        assertThat(found.bins()).hasSize(15);
    }

    @Test
    void anUpsideDownModelHasANegativeCalibrationSlope() {
        ScoredPairs right = random(4, 1000);
        double[] labels = toDoubles(right.labels());
        double[] upsideDown = Arrays.stream(labels).map(label -> label > 0 ? 0.3 : 0.7).toArray();
        upsideDown[0] = 0.7;
        upsideDown[1] = 0.3;

        Evaluation found = Evaluation
                .of(new ScoredPairs(upsideDown, right.labels(), right.entities(), right.cuts()), 50, 1).orElseThrow();

        Estimate slope = requireNonNull(found.calibrationSlope());
        assertThat(slope.value()).isLessThan(-1);
        assertThat(slope.interval().high()).isNegative();
    }

    private static ScoredPairs random(int seed, int levels) {
        Random random = new Random(seed);
        int size = CUTS * ENTITIES;
        double[] said = new double[size];
        float[] came = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            said[i] = (1 + random.nextInt(levels)) / (levels + 2.0);
            came[i] = random.nextDouble() < 0.3 ? 1 : 0;
            entities[i] = i % ENTITIES;
            cuts[i] = i / ENTITIES;
        }
        came[0] = 1;
        came[1] = 0;
        return new ScoredPairs(said, came, entities, cuts);
    }

    private static ScoredPairs pairs(double[] said, int... came) {
        float[] labels = new float[came.length];
        int[] entities = new int[came.length];
        for (int i = 0; i < came.length; i++) {
            labels[i] = came[i];
            entities[i] = i;
        }
        return new ScoredPairs(said, labels, entities, new long[came.length]);
    }

    private static ScoredPairs repeated(ScoredPairs pairs, int[] weights) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            for (int k = 0; k < weights[pairs.entities()[i]]; k++) {
                rows.add(i);
            }
        }
        return new ScoredPairs(rows.stream().mapToDouble(i -> pairs.probabilities()[i]).toArray(),
                toFloats(rows.stream().mapToDouble(i -> pairs.labels()[i]).toArray()),
                rows.stream().mapToInt(i -> pairs.entities()[i]).toArray(),
                rows.stream().mapToLong(i -> pairs.cuts()[i]).toArray());
    }

    private static double auc(ScoredPairs pairs) {
        double wins = 0;
        double contests = 0;
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = 0; j < pairs.size(); j++) {
                if (pairs.labels()[i] > pairs.labels()[j]) {
                    contests++;
                    wins += Double.compare(pairs.probabilities()[i], pairs.probabilities()[j]) > 0 ? 1 : 0;
                    wins += pairs.probabilities()[i] == pairs.probabilities()[j] ? 0.5 : 0;
                }
            }
        }
        return wins / contests;
    }

    private static double averagePrecision(ScoredPairs pairs) {
        double area = 0;
        double before = 0;
        for (double threshold : Arrays.stream(pairs.probabilities()).distinct().map(p -> -p).sorted().map(p -> -p)
                .toArray()) {
            double seen = 0;
            double hits = 0;
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.probabilities()[i] >= threshold) {
                    seen++;
                    hits += pairs.labels()[i];
                }
            }
            area += (hits - before) / pairs.positives() * hits / seen;
            before = hits;
        }
        return area;
    }

    private static double brier(ScoredPairs pairs) {
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            sum += Math.pow(pairs.probabilities()[i] - pairs.labels()[i], 2);
        }
        return sum / pairs.size();
    }

    /// Each pair takes the mean label of all with its probability; then 15 runs of the sorted list.
    private static double calibrationError(ScoredPairs pairs) {
        double[][] sorted = new double[pairs.size()][];
        for (int i = 0; i < sorted.length; i++) {
            double same = 0;
            double came = 0;
            for (int j = 0; j < sorted.length; j++) {
                if (pairs.probabilities()[i] == pairs.probabilities()[j]) {
                    same++;
                    came += pairs.labels()[j];
                }
            }
            sorted[i] = new double[]{pairs.probabilities()[i], came / same};
        }
        Arrays.sort(sorted, Comparator.comparingDouble(one -> one[0]));
        double error = 0;
        for (int bin = 0; bin < 15; bin++) {
            double gap = 0;
            for (int i = bin * sorted.length / 15; i < (bin + 1) * sorted.length / 15; i++) {
                gap += sorted[i][0] - sorted[i][1];
            }
            error += Math.abs(gap) / sorted.length;
        }
        return error;
    }

    private static double precisionAt(ScoredPairs pairs, int k) {
        double sum = 0;
        for (long cut = 0; cut < CUTS; cut++) {
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.cuts()[i] == cut) {
                    rows.add(i);
                }
            }
            rows.sort(Comparator.comparingDouble(i -> -pairs.probabilities()[i]));
            sum += rows.stream().limit(k).mapToDouble(i -> pairs.labels()[i]).sum() / k;
        }
        return sum / CUTS;
    }

    private static double[] toDoubles(float[] values) {
        double[] all = new double[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i];
        }
        return all;
    }

    private static float[] toFloats(double[] values) {
        float[] all = new float[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) values[i];
        }
        return all;
    }
}
