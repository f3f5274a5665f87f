package dev.upswell.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.TreeSettings;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeSpaceTest {

    private static final TreeSettings USUAL = new TreeSettings(200, 4, 0.08, 0.8, 0.3, 20, 5, 32, 1, 0, 77);

    @Property
    void candidatesAreLegalAndTheSameForTheSameNumber(@ForAll long seed, @ForAll @IntRange(min = 0) int number) {
        TreeSettings drawn = new TreeSpace(USUAL, seed).settings(number);

        assertThat(drawn).isEqualTo(new TreeSpace(USUAL, seed).settings(number));
        assertThat(drawn.seed()).isEqualTo(77);
        assertThat(drawn.rounds()).isBetween(50, 700);
        assertThat(drawn.depth()).isBetween(2, 6);
        assertThat(drawn.learningRate()).isBetween(0.0199, 0.1501);
        assertThat(drawn.rowShare()).isBetween(0.49, 1.0);
        assertThat(drawn.columnShare()).isBetween(0.099, 0.801);
    }

    @Test
    void numbersDrawDifferentCandidates() {
        TreeSpace space = new TreeSpace(USUAL, 1);

        assertThat(IntStream.range(0, 50).mapToObj(space::settings).distinct()).hasSize(50);
        assertThat(IntStream.range(0, 50).mapToObj(space::settings).map(TreeSettings::monotone)).contains(true, false);
    }
}
