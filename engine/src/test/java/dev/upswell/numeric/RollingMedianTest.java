package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

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
}
