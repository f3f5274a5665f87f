package dev.upswell.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawnRowsTest {

    @Property(tries = 50)
    void drawnRowsStandForAllOfThem(@ForAll @IntRange(min = 100, max = 20_000) int most,
            @ForAll @IntRange(min = 2, max = 60) int oneInSoMany) {
        float[] labels = new float[20_000];
        long[] cuts = new long[labels.length];
        int[] entities = new int[labels.length];
        int positives = 0;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % oneInSoMany == 0 ? 1 : 0;
            positives += i % oneInSoMany == 0 ? 1 : 0;
            cuts[i] = i / 100 * 86_400L;
            entities[i] = i % 100;
        }

        DrawnRows drawn = DrawnRows.of(labels, cuts, entities, most);

        double sum = 0;
        double ofPositives = 0;
        for (int i = 0; i < drawn.indices().length; i++) {
            sum += drawn.weights()[i];
            ofPositives += labels[drawn.indices()[i]] > 0 ? drawn.weights()[i] : 0;
        }
        double slack = 5 / Math.sqrt(most);
        assertThat((double) drawn.indices().length).isCloseTo(most, within(most * slack));
        assertThat(sum).isCloseTo(labels.length, within(labels.length * slack * 1.5));
        assertThat(ofPositives).isCloseTo(positives, within(positives * slack * 3));
    }

    @Test
    void rarePositivesAreAllKept() {
        float[] labels = new float[1000];
        labels[3] = 1;
        labels[999] = 1;

        DrawnRows drawn = DrawnRows.of(labels, new long[1000], new int[1000], 500);

        assertThat(drawn.indices()).contains(3, 999).isSorted();
    }
}
