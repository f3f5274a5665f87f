package dev.upswell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.learn.BoostedTrees.Directions;
import dev.upswell.learn.BoostedTrees.EmptyColumns;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Trees that are held to directions, grown from rows whose noise says otherwise in places.
class MonotoneTreesTest {

    private static final TreeSettings FREE = new TreeSettings(60, 4, 0.2, 0.8, 0.7, 1, 1, 64, 1, 0, 42);
    private static final TreeSettings HELD = FREE.monotone(true);
    private static final Directions KNOWN = new Directions(Set.of("x"), Set.of("y"));
    private static final Dataset ROWS = Rows.linear(1200, 3, 0.2);
    private static final BoostedTrees TREES = trees(ROWS, HELD, KNOWN);

    private static BoostedTrees trees(Dataset rows, TreeSettings settings, Directions known) {
        return BoostedTrees.probability(rows, settings, EmptyColumns.KEPT, known);
    }

    @Property(tries = 2000)
    void theAnswerNeverFallsAsARisingColumnRises(@ForAll @FloatRange(min = -4, max = 4) float low,
            @ForAll @FloatRange(min = 0, max = 4) float more, @ForAll @FloatRange(min = -4, max = 4) float y,
            @ForAll @FloatRange(min = -4, max = 4) float z, @ForAll @IntRange(min = 0, max = 3) int missing) {
        float other = missing == 1 ? Float.NaN : y;
        float third = missing == 2 ? Float.NaN : z;

        double[] scores = TREES.scores(new float[]{low, other, third, low + more, other, third}, 2);

        assertThat(scores[1]).isGreaterThanOrEqualTo(scores[0]);
    }

    @Property(tries = 2000)
    void theAnswerNeverRisesAsAFallingColumnRises(@ForAll @FloatRange(min = -4, max = 4) float low,
            @ForAll @FloatRange(min = 0, max = 4) float more, @ForAll @FloatRange(min = -4, max = 4) float x) {
        double[] scores = TREES.scores(new float[]{x, low, 0, x, low + more, 0}, 2);

        assertThat(scores[1]).isLessThanOrEqualTo(scores[0]);
    }

    /// Without it the two properties above could hold by themselves.
    @Test
    void freeTreesDoFallInPlaces() {
        BoostedTrees free = trees(ROWS, FREE, KNOWN);
        Random random = new Random(5);
        int falls = 0;
        for (int i = 0; i < 2000; i++) {
            float x = (float) random.nextGaussian();
            double[] scores = free.scores(new float[]{x, 0, 0, x + 0.1f, 0, 0}, 2);
            falls += scores[1] < scores[0] ? 1 : 0;
        }

        assertThat(falls).isPositive();
        assertThat(free.bytes()).isEqualTo(trees(ROWS, FREE, Directions.NONE).bytes()).isNotEqualTo(TREES.bytes());
    }

    @Test
    void sameRowsSettingsAndSeedGiveTheSameBytes() {
        assertThat(trees(ROWS, HELD, KNOWN).bytes()).isEqualTo(TREES.bytes());
        assertThat(BoostedTrees.load(TREES.bytes()).scores(ROWS.values(), ROWS.size()))
                .containsExactly(TREES.scores(ROWS.values(), ROWS.size()));
        assertThat(Rows.auc(ROWS, TREES.scores(ROWS.values(), ROWS.size()))).isGreaterThan(0.8);
    }

    @Test
    void directionsOfColumnsThatAreNotThereChangeNothing() {
        Directions more = new Directions(Set.of("x", "w"), Set.of("y", "v"));

        assertThat(trees(ROWS, HELD, more).bytes()).isEqualTo(TREES.bytes());
    }

    @Test
    void quantilesCannotBeHeld() {
        assertThatThrownBy(() -> BoostedTrees.quantiles(ROWS, HELD, EmptyColumns.KEPT, 0.5))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot be held to directions");
    }

    @Test
    void aColumnHasOneDirection() {
        assertThatThrownBy(() -> new Directions(Set.of("x"), Set.of("x"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not have both directions");
    }
}
