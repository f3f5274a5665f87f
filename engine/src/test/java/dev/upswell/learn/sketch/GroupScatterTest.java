package dev.upswell.learn.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The variances are held against the scatter of the share itself over many draws, which is what they estimate.
class GroupScatterTest {

    private static final int DRAWS = 4000;
    private static final double SHARE = 0.3;

    @Test
    void independentRowsScatterAsRowsDo() {
        Drawn drawn = drawn(40, false, false);

        assertThat(drawn.estimated / drawn.really).isCloseTo(1, within(0.08));
        assertThat(drawn.ofRows / drawn.really).isCloseTo(1, within(0.08));
    }

    /// Forty rows of a group all alike tell no more than one: row counts are forty times too sure.
    @Test
    void rowsOfAnEntityThatAreAlikeCountOnce() {
        Drawn drawn = drawn(40, true, false);

        assertThat(drawn.estimated / drawn.really).isCloseTo(1, within(0.08));
        assertThat(drawn.really / drawn.ofRows).isCloseTo(40, within(4.0));
    }

    /// What lasts in an entity that both tables show is in both shares, and drops out of their difference.
    @Test
    void entitiesInBothTablesAreTakenTogether() {
        Drawn drawn = drawn(40, true, true);

        assertThat(drawn.estimated).isCloseTo(0, within(1e-12));
        assertThat(drawn.really).isCloseTo(0, within(1e-12));
    }

    private record Drawn(double really, double estimated, double ofRows) {
    }

    /// @param alike whether all rows of a group hit, or none
    /// @param same whether the window repeats what the training had
    private static Drawn drawn(int rowsOfAGroup, boolean alike, boolean same) {
        Random random = new Random(11);
        int[] rows = new int[EntityGroups.COUNT];
        Arrays.fill(rows, rowsOfAGroup);
        GroupScatter scatter = new GroupScatter(rows, rows);
        double squares = 0;
        double estimated = 0;
        double total = Cells.sum(rows);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] before = hits(random, rowsOfAGroup, alike);
            int[] now = same ? before : hits(random, rowsOfAGroup, alike);
            double apart = (Cells.sum(now) - Cells.sum(before)) / total;
            squares += apart * apart;
            estimated += scatter.variance(before, now);
        }
        return new Drawn(squares / DRAWS, estimated / DRAWS, scatter.rowVariance(SHARE));
    }

    private static int[] hits(Random random, int rowsOfAGroup, boolean alike) {
        int[] hits = new int[EntityGroups.COUNT];
        for (int group = 0; group < hits.length; group++) {
            for (int row = 0; row < (alike ? 1 : rowsOfAGroup); row++) {
                hits[group] += random.nextDouble() < SHARE ? alike ? rowsOfAGroup : 1 : 0;
            }
        }
        return hits;
    }
}
