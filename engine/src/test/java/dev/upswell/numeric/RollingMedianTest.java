package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RollingMedianTest {

    @Property(tries = 50)
    void medianEqualsThatOfSorting(@ForAll long seed) {
        Random random = new Random(seed);
        List<Long> held = new ArrayList<>();
        RollingMedian rolling = new RollingMedian();
        for (int i = 0; i < 200; i++) {
            if (held.size() > 3 && random.nextInt(3) == 0) {
                rolling.remove(held.remove(random.nextInt(held.size())));
            } else {
                long value = random.nextInt(50);
                held.add(value);
                rolling.add(value);
            }

            assertThat(rolling.median())
                    .isEqualTo(Quantiles.of(held.stream().mapToDouble(v -> v).toArray(), 0.5));
        }
    }

    @Property(tries = 10)
    void medianOfTheLatestNumbersHoldsHoweverFarTheyFall(@ForAll long seed) {
        medianOfTheLatest(24, seed, -1);
    }

    @Property(tries = 10)
    void medianOfTheLatestNumbersHoldsHoweverFarTheyRise(@ForAll long seed) {
        medianOfTheLatest(24, seed, 1);
    }

    /// The room for numbers is as large as a few times those held, so that so many drift through it again and again.
    private static void medianOfTheLatest(int size, long seed, int direction) {
        Random random = new Random(seed);
        ArrayDeque<Long> held = new ArrayDeque<>();
        RollingMedian rolling = new RollingMedian();
        for (int i = 0; i < 2_000; i++) {
            if (held.size() == size) {
                rolling.remove(held.remove());
            }
            long value = direction * (5L * i + random.nextInt(20));
            held.add(value);
            rolling.add(value);

            assertThat(rolling.size()).isEqualTo(held.size());
            assertThat(rolling.median())
                    .isEqualTo(Quantiles.of(held.stream().mapToDouble(v -> v).toArray(), 0.5));
        }
    }
}
