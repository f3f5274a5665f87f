package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcclaimTest {

    @Test
    void itIsTheSumOfWhatAllDidTimesTheDrawnMeanOfEachWhoDidAnything() {
        // Item 0: three people, 1 + (1 + 2) + 1 = 5; item 2: one person, 4. All: 9 of four people, 2.25 each.
        Acclaim acclaim = Acclaim.of(List.of(new Interaction(0, 0, 1), new Interaction(1, 0, 1),
                new Interaction(1, 0, 2), new Interaction(2, 0, 1), new Interaction(3, 2, 4)));

        assertThat(acclaim.of(0)).isCloseTo(5 * (5 + 5 * 2.25) / (3 + 5), within(1e-12));
        assertThat(acclaim.of(2)).isCloseTo(4 * (4 + 5 * 2.25) / (1 + 5), within(1e-12));
        assertThat(acclaim.of(1)).as("nobody did anything").isZero();
        assertThat(acclaim.of(99)).isZero();
        assertThat(Acclaim.of(List.of()).of(0)).isZero();
    }

    @Test
    void ofEqualSumsTheOneIsAheadWithWhichEachDidMore() {
        List<Interaction> all = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            all.add(new Interaction(person, 0, 1));
        }
        for (int person = 0; person < 6; person++) {
            all.add(new Interaction(person, 1, 2));
        }
        all.add(new Interaction(20, 2, 4));

        Acclaim acclaim = Acclaim.of(all);

        assertThat(acclaim.of(1)).isGreaterThan(acclaim.of(0));
        assertThat(acclaim.of(0)).as("one person who did much is not many").isGreaterThan(acclaim.of(2));
    }
}
