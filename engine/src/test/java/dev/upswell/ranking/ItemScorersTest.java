package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/// Scorers that learn from what many people did, against worked figures and dense matrices.
class ItemScorersTest {

    private static final List<Interaction> FEW = List.of(new Interaction(0, 0, 1), new Interaction(0, 1, 1),
            new Interaction(1, 0, 1), new Interaction(1, 1, 1), new Interaction(2, 1, 2), new Interaction(2, 2, 1),
            new Interaction(3, 3, 1));

    @Test
    void popularityIsWhatAllTogetherDid() {
        Popularity popularity = Popularity.of(FEW);

        assertThat(popularity.scores(7, new int[]{0, 1, 2, 9})).containsExactly(2, 4, 1, 0);
        assertThat(Popularity.of(List.of()).of(0)).isZero();
    }

    @Test
    void neighboursShareTheirAudience() {
        ItemNeighbours neighbours = ItemNeighbours.of(FEW, 10, 0);

        // items 0 and 1: 2 / (√2 · √6); items 1 and 2: 2 / (√6 · 1)
        assertThat(neighbours.scores(0, new int[]{0, 2, 3})[0]).isCloseTo(2 / Math.sqrt(12), within(1e-12));
        assertThat(neighbours.scores(0, new int[]{0, 2, 3})[1]).isCloseTo(2 / Math.sqrt(6), within(1e-12));
        assertThat(neighbours.scores(0, new int[]{3})).containsExactly(0);
        assertThat(neighbours.scores(99, new int[]{0})).containsExactly(0);
        assertThat(neighbours.scores(0, new int[]{99})).containsExactly(0);
    }

    @Test
    void fewLinksCountForLess() {
        double alone = ItemNeighbours.of(FEW, 10, 0).scores(0, new int[]{2})[0];

        assertThat(ItemNeighbours.of(FEW, 10, 1).scores(0, new int[]{2})[0]).isCloseTo(alone / 2, within(1e-12));
    }

    @Test
    void onlyTheNearestNeighboursAreKept() {
        ItemNeighbours one = ItemNeighbours.of(FEW, 1, 0);

        // the nearest neighbour of item 1 is item 2 (0.816), before item 0 (0.577)
        assertThat(one.scores(2, new int[]{1})[0]).isCloseTo(2 / Math.sqrt(6), within(1e-12));
        assertThat(one.scores(1, new int[]{1})).containsExactly(0);
    }

    @Test
    void factorsOfPersonsAreTheClosedFormForTheItemsAtHand() {
        Dice dice = Dice.of(1, "few", 0);
        List<Interaction> interactions = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            for (int item = 0; item < 5; item++) {
                if (dice.chance(0.5)) {
                    interactions.add(new Interaction(person, item, dice.between(0.5, 3)));
                }
            }
        }
        interactions.add(new Interaction(5, 4, 1));
        ImplicitFactors.Settings settings = new ImplicitFactors.Settings(3, 1, 2.5, 0.3, 7);
        double[][] items = new double[5][3];
        for (double[] item : items) {
            Arrays.setAll(item, i -> dice.gaussian());
        }
        double[][] persons = new double[6][3];
        ImplicitFactors.solve(persons, Histories.byPerson(interactions), items, settings);

        RealMatrix y = new Array2DRowRealMatrix(items);
        for (int person = 0; person < 6; person++) {
            double[] confidence = {1, 1, 1, 1, 1};
            double[] likes = new double[5];
            for (Interaction interaction : interactions) {
                if (interaction.person() == person) {
                    confidence[interaction.item()] += 2.5 * interaction.weight();
                    likes[interaction.item()] = 1;
                }
            }
            RealMatrix c = MatrixUtils.createRealDiagonalMatrix(confidence);
            RealMatrix left = y.transpose().multiply(c).multiply(y)
                    .add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(0.3));
            double[] expected = new LUDecomposition(left).getSolver()
                    .solve(y.transpose().multiply(c).operate(MatrixUtils.createRealVector(likes))).toArray();
            assertThat(persons[person]).containsExactly(expected, within(1e-9));
        }
    }

    @Test
    void factorsFindWhoLikesWhichHalf() {
        List<Interaction> interactions = new ArrayList<>();
        Dice dice = Dice.of(2, "halves", 0);
        for (int person = 0; person < 40; person++) {
            for (int item = 0; item < 20; item++) {
                if (item % 2 == person % 2 && dice.chance(0.5)) {
                    interactions.add(new Interaction(person, item, 1));
                }
            }
        }
        ImplicitFactors factors = ImplicitFactors.of(interactions, new ImplicitFactors.Settings(2, 10, 2, 1, 7));

        double[] scores = factors.scores(3, new int[]{1, 3, 5, 7, 0, 2, 4, 6});
        assertThat(Arrays.stream(scores).limit(4).min().orElseThrow())
                .isGreaterThan(Arrays.stream(scores).skip(4).max().orElseThrow() + 0.3);
        assertThat(factors.scores(400, new int[]{1, 900})).containsExactly(0, 0);
    }

    @Test
    void sameSeedGivesSameFactors() {
        ImplicitFactors.Settings settings = new ImplicitFactors.Settings(3, 4, 5, 0.1, 7);

        assertThat(ImplicitFactors.of(FEW, settings).person(1)).isEqualTo(ImplicitFactors.of(FEW, settings).person(1));
        assertThat(ImplicitFactors.of(FEW, settings).item(2)).isEqualTo(ImplicitFactors.of(FEW, settings).item(2));
    }

    @Test
    void dislikesAreNoInteractions() {
        assertThatThrownBy(() -> new Interaction(1, 2, -1)).hasMessage(
                "interaction (person 1, item 2, weight -1.0) must have numbers from 0 and a weight above 0\n"
                        + "Maybe it tells a dislike: leave it out.");
    }
}
