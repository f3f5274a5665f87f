package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class ShallowAutoencoderTest {

    private static final int PERSONS = 12;
    private static final int ITEMS = 30;
    private static final double PENALTY = 0.4;

    @Test
    void scoresAreThoseOfWeightsBetweenItems() {
        List<Interaction> all = drawn(1, PERSONS);
        ItemScorer scorer = ShallowAutoencoder.of(all, PENALTY).scoring(all);
        RealMatrix told = matrix(all, PERSONS);
        RealMatrix scores = told.multiply(weights(told));

        for (int person = 0; person < PERSONS; person++) {
            for (int item : unmet(told, person)) {
                assertThat(scorer.scores(person, new int[]{item})[0]).isCloseTo(scores.getEntry(person, item),
                        within(1e-4));
            }
        }
    }

    @Test
    void somebodyElseIsScoredByWhatTheyDid() {
        List<Interaction> all = drawn(1, PERSONS);
        List<Interaction> others = drawn(2, 3);
        RealMatrix told = matrix(others, 3);
        RealMatrix scores = told.multiply(weights(matrix(all, PERSONS)));
        ItemScorer scorer = ShallowAutoencoder.of(all, PENALTY).scoring(others);

        int[] unmet = unmet(told, 2);
        assertThat(unmet).hasSizeGreaterThan(5);
        assertThat(scorer.scores(2, unmet)).usingComparatorWithPrecision(1e-4)
                .containsExactly(IntStream.of(unmet).mapToDouble(item -> scores.getEntry(2, item)).toArray());
    }

    @Test
    void whatNobodyKnowsHasNoScore() {
        List<Interaction> all = drawn(1, PERSONS);
        ShallowAutoencoder learnt = ShallowAutoencoder.of(all, PENALTY);

        assertThat(learnt.scoring(all).scores(PERSONS + 5, new int[]{0, 1})).containsExactly(0, 0);
        assertThat(learnt.scoring(all).scores(0, new int[]{ITEMS + 5})).containsExactly(0);
        assertThat(learnt.scoring(List.of(new Interaction(0, ITEMS + 9, 1))).scores(0, new int[]{0, 1}))
                .containsExactly(0, 0);
        assertThat(ShallowAutoencoder.of(List.of(), 1).scoring(List.of()).scores(0, new int[]{0})).containsExactly(0);
    }

    @Test
    void morePeopleThanCanBeLearntFromAreRefused() {
        assertThatThrownBy(() -> ShallowAutoencoder
                .of(List.of(new Interaction(ShallowAutoencoder.MOST_PERSONS, 0, 1)), 1))
                .hasMessage("persons (5001) must be 5000 at most, and the penalty (1.0) above 0\n"
                        + "Maybe take those who did something last.");
    }

    /// B of the paper: the inverse of items' products and the penalty, each column by its own diagonal, with none of an item to itself.
    private static RealMatrix weights(RealMatrix told) {
        RealMatrix inverse = new LUDecomposition(told.transpose().multiply(told)
                .add(MatrixUtils.createRealIdentityMatrix(ITEMS).scalarMultiply(PENALTY * meanSquare(told))))
                .getSolver().getInverse();
        RealMatrix weights = new Array2DRowRealMatrix(ITEMS, ITEMS);
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < ITEMS; j++) {
                weights.setEntry(i, j, i == j ? 0 : -inverse.getEntry(i, j) / inverse.getEntry(j, j));
            }
        }
        return weights;
    }

    private static double meanSquare(RealMatrix told) {
        return told.multiply(told.transpose()).getTrace() / told.getRowDimension();
    }

    private static int[] unmet(RealMatrix told, int person) {
        return IntStream.range(0, ITEMS).filter(item -> told.getEntry(person, item) == 0).toArray();
    }

    private static RealMatrix matrix(List<Interaction> all, int persons) {
        RealMatrix matrix = new Array2DRowRealMatrix(persons, ITEMS);
        all.forEach(one -> matrix.addToEntry(one.person(), one.item(), one.weight()));
        return matrix;
    }

    private static List<Interaction> drawn(long seed, int persons) {
        List<Interaction> all = new ArrayList<>();
        for (int person = 0; person < persons; person++) {
            Dice dice = Dice.of(seed, "autoencoder", person);
            for (int k = 0; k < 12; k++) {
                all.add(new Interaction(person, dice.below(ITEMS), 1 + dice.below(3)));
            }
        }
        return all;
    }
}
