package dev.upswell.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.Dataset;
import dev.upswell.numeric.Odds;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlendTest {

    private static final int SIZE = 4000;

    private final float[] labels = new float[SIZE];
    private final double[] knowing = new double[SIZE];
    private final double[] alsoKnowing = new double[SIZE];
    private final double[] loudNoise = new double[SIZE];

    BlendTest() {
        Random random = new Random(5);
        for (int i = 0; i < SIZE; i++) {
            double seen = random.nextGaussian();
            double unseen = random.nextGaussian();
            labels[i] = random.nextDouble() < Odds.probability(1.5 * seen + unseen - 2) ? 1 : 0;
            knowing[i] = Odds.probability(seen - 2);
            alsoKnowing[i] = Odds.probability(unseen - 2);
            loudNoise[i] = Odds.probability(8 * random.nextGaussian());
        }
    }

    @Test
    void sixPartsOfOneAndFourOfTheOther() {
        assertThat(Blend.Weighted.USUAL.of(0.5, 0.1)).isCloseTo(0.34, within(1e-12));
    }

    @Test
    void stackingFindsHowMuchEachModelKnows() {
        Blend.Stacked found = Blend.Stacked.fit(knowing, alsoKnowing, labels);

        assertThat(found.first()).isCloseTo(1.5, within(0.2));
        assertThat(found.second()).isCloseTo(1, within(0.2));
        assertThat(Blend.Stacked.fit(knowing, loudNoise, labels).second()).isCloseTo(0, within(0.02));
    }

    @Test
    void noModelCountsAgainstItself() {
        double[] backwards = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            backwards[i] = 1 - alsoKnowing[i];
        }

        Blend.Stacked found = Blend.Stacked.fit(knowing, backwards, labels);

        assertThat(found.second()).isZero();
        assertThat(found.first()).isPositive();
        assertThatThrownBy(() -> new Blend.Stacked(-1, 1, 0)).hasMessageContaining("must rise with both models");
    }

    @Test
    void stackingIsKeptWhereItDoesBetterAndTheFiguresAreSaid() {
        BlendChoice choice = BlendChoice.of(knowing, loudNoise, heldBack(labels), 1);

        assertThat(choice.blend()).isInstanceOf(Blend.Stacked.class);
        assertThat(choice.notes())
                .matches("Blend: stacking\\. PR-AUC on the later half of the held-back days: 0\\.\\d{3} "
                        + "with 0\\.6 and 0\\.4, 0\\.\\d{3} stacked, 0\\.\\d{3} of the trees alone\\.");
    }

    @Test
    void theLaterHalfDoesNotTeachWhatItJudges() {
        float[] turned = labels.clone();
        for (int i = SIZE / 2; i < SIZE; i++) {
            turned[i] = loudNoise[i] > 0.9 ? 1 : 0;
        }

        assertThat(BlendChoice.of(knowing, loudNoise, heldBack(turned), 1).blend()).isEqualTo(Blend.Weighted.USUAL);
    }

    @Test
    void withoutSurgesTheUsualWeightsStay() {
        BlendChoice choice = BlendChoice.of(knowing, alsoKnowing, heldBack(new float[SIZE]), 1);

        assertThat(choice.blend()).isEqualTo(Blend.Weighted.USUAL);
        assertThat(choice.notes()).contains("too few held-back days");
    }

    private static Dataset heldBack(float[] labels) {
        long[] cuts = new long[SIZE];
        int[] entities = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            cuts[i] = i / 100 * 86_400L;
            entities[i] = i % 100;
        }
        return new Dataset(java.util.List.of(), new float[0], labels, entities, cuts);
    }
}
