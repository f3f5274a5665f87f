package dev.upswell.server.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.server.scorecard.CreatorList.Moved;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreatorListTest {

    private final List<Moved> moved = new ArrayList<>();

    private void scored(@Nullable Double before, @Nullable Double after) {
        int place = moved.size() + 1;
        moved.add(new Moved("c" + place, "@c" + place, place, place, before, after));
    }

    @Test
    void ordersAgreeByTheRanksOfTheirScores() {
        scored(0.9, 0.1);
        scored(0.8, 0.3);
        scored(0.7, 0.2);

        // Ranks 3, 2, 1 beside 1, 3, 2.
        assertThat(CreatorList.agreement(moved)).hasValueSatisfying(
                value -> assertThat(value).isEqualTo(-0.5, within(1e-12)));
    }

    @Test
    void equalScoresShareTheirRank() {
        scored(0.9, 0.5);
        scored(0.8, 0.5);
        scored(0.7, 0.5);
        assertThat(CreatorList.agreement(moved)).isEmpty();

        scored(0.6, 0.1);

        // Ranks 4, 3, 2, 1 beside 3, 3, 3, 1.
        assertThat(CreatorList.agreement(moved)).hasValueSatisfying(
                value -> assertThat(value).isEqualTo(3 / Math.sqrt(15), within(1e-12)));
    }

    @Test
    void whomOneOfTheTwoCannotScoreSaysNothing() {
        scored(0.9, null);
        scored(0.8, 0.4);
        scored(0.7, 0.3);
        assertThat(CreatorList.agreement(moved)).isEmpty();

        scored(0.6, 0.2);
        scored(null, 0.9);

        assertThat(CreatorList.agreement(moved)).hasValueSatisfying(
                value -> assertThat(value).isEqualTo(1, within(1e-12)));
    }
}
