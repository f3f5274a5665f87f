package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.learn.TreeSettings;
import dev.upswell.numeric.Dice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairwiseTreesTest {

    private static final TreeSettings SETTINGS = new TreeSettings(60, 3, 0.2, 1, 1, 1, 1, 64, 1, 0, 7);

    /// Groups of eight rows; the gain follows the first column within a group, while the second one shifts whole groups.
    private static PairwiseTrees.Groups groups(int count) {
        float[] values = new float[count * 8 * 2];
        float[] gains = new float[count * 8];
        int[] groups = new int[count];
        for (int group = 0; group < count; group++) {
            Dice dice = Dice.of(3, "group", group);
            float shift = (float) dice.unit();
            groups[group] = 8;
            for (int i = 0; i < 8; i++) {
                int row = group * 8 + i;
                values[row * 2] = (float) dice.unit();
                values[row * 2 + 1] = shift;
                gains[row] = (int) (3 * values[row * 2]) + 5 * shift;
            }
        }
        return new PairwiseTrees.Groups(values, 2, gains, groups);
    }

    @Test
    void theOrderWithinGroupsIsLearntAndNotWhatDiffersBetweenThem() {
        PairwiseTrees trees = PairwiseTrees.train(groups(200), SETTINGS);

        double[] scores = trees.scores(new float[]{0.1f, 0.9f, 0.5f, 0.9f, 0.9f, 0.1f}, 3);
        assertThat(scores[0]).isLessThan(scores[1]);
        assertThat(scores[1]).isLessThan(scores[2]);
    }

    @Test
    void sameSeedGivesSameBytesAndBytesTheSameScores() {
        PairwiseTrees trees = PairwiseTrees.train(groups(50), SETTINGS);
        float[] rows = Arrays.copyOf(groups(50).values(), 40);

        assertThat(PairwiseTrees.train(groups(50), SETTINGS).bytes()).isEqualTo(trees.bytes());
        assertThat(PairwiseTrees.load(trees.bytes()).scores(rows, 20)).isEqualTo(trees.scores(rows, 20));
    }

    @Test
    void scoresAreThoseOfTheLibraryWhereSomethingIsMissingToo() {
        PairwiseTrees trees = PairwiseTrees.train(groups(200), SETTINGS);
        float[] rows = groups(300).values();
        for (int i = 0; i < rows.length; i += 7) {
            rows[i] = Float.NaN;
        }

        double[] library = trees.byLibrary(rows, rows.length / 2);
        assertThat(trees.scores(rows, rows.length / 2)).usingComparatorWithPrecision(1e-5).containsExactly(library);
        assertThat(Arrays.stream(library).distinct().count()).isGreaterThan(100);
    }

    @Test
    void rowsOfOtherColumnsAreRefused() {
        PairwiseTrees trees = PairwiseTrees.train(groups(20), SETTINGS);

        assertThatThrownBy(() -> trees.scores(new float[9], 3)).hasMessage(
                "values (9) must be 3 rows of 2 columns\nMaybe the rows are of another set of columns.");
        assertThatThrownBy(() -> new PairwiseTrees.Groups(new float[4], 2, new float[2], new int[]{1}))
                .hasMessageStartingWith("groups (1 rows, 2 gains, 4 values in 2 columns) must belong together");
        assertThatThrownBy(() -> PairwiseTrees.load(new byte[]{1, 2, 3})).hasMessageStartingWith(
                "model bytes (3) must be XGBoost trees");
    }
}
