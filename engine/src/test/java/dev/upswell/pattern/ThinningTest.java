package dev.upswell.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.numeric.Dice;
import dev.upswell.pattern.Adjusting.Suggestion;
import dev.upswell.pattern.Adjusting.Suggestion.Heard;
import dev.upswell.pattern.Confirming.Tested;
import dev.upswell.wide.WideRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final int ROWS = 400;
    private static final int CAUSE = 0;
    private static final int COMPANION = 1;
    private static final int ANOTHER = 2;

    private final Dice dice = Dice.of(1, "thinning", 0);
    private final VideoTable table = table();

    @Test
    void whatOnlyGoesAlongWithACauseGoes() {
        List<Suggestion> all = List.of(suggestion(COMPANION, .001), suggestion(CAUSE, .001), suggestion(ANOTHER, .01));

        assertThat(Thinning.of(all, table, 2.5)).containsExactly(all.get(1), all.get(2));
    }

    @Test
    void aCompanionStaysWhereTheCauseIsNotConfirmed() {
        List<Suggestion> all = List.of(suggestion(COMPANION, .001), suggestion(CAUSE, .2));

        assertThat(Thinning.of(all, table, 2.5)).isEqualTo(all);
    }

    @Test
    void ofTwoThatSayTheSameTheLaterGoes() {
        List<Suggestion> all = List.of(suggestion(CAUSE, .001), suggestion(CAUSE, .002));

        assertThat(Thinning.of(all, table, 2.5)).containsExactly(all.getFirst());
    }

    /// Three flags: the first matters, the second agrees with it in 80 %, the third matters by itself.
    private VideoTable table() {
        double[] cause = flags();
        double[] companion = Arrays.stream(cause).map(made -> dice.chance(.8) ? made : 1 - made).toArray();
        double[] another = flags();
        double[] labels = IntStream.range(0, ROWS).mapToDouble(row -> cause[row] + another[row] + dice.gaussian())
                .toArray();
        double[] ones = IntStream.range(0, ROWS).mapToDouble(_ -> 1).toArray();
        return new VideoTable(List.of(), VideoTable.PREDICTORS.subList(0, 3), new WideRows(
                new double[][]{cause, companion, another}, labels, ones, IntStream.range(0, ROWS).toArray()));
    }

    private double[] flags() {
        return IntStream.range(0, ROWS).mapToDouble(_ -> dice.chance(.4) ? 1 : 0).toArray();
    }

    private static Suggestion suggestion(int column, double q) {
        Tested test = new Tested(new Candidate(column, .5, true, 2, 4), q / 100, null, null, .9);
        return new Suggestion(List.of(new Heard(0, test, q)), q / 10, q);
    }
}
