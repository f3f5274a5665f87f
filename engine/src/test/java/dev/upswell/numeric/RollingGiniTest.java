package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RollingGiniTest {

    @Property(tries = 300)
    void equalsTheCoefficientTakenAnewToTheLastBit(
            @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 0, max = 50) Long> amounts) {
        var rolling = new RollingGini();
        Deque<Long> held = new ArrayDeque<>();
        for (long amount : amounts) {
            held.addLast(amount);
            rolling.add(amount);
            if (held.size() > 24) {
                rolling.remove(held.removeFirst());
            }
            long[] all = held.stream().mapToLong(Long::longValue).toArray();
            assertThat(rolling.size()).isEqualTo(all.length);
            if (rolling.sum() > 0) {
                assertThat(rolling.gini()).isEqualTo(Concentration.gini(all));
            }
        }
    }

    @Example
    void refusesToTakeOutWhatItDoesNotHold() {
        var rolling = new RollingGini();
        rolling.add(3);

        assertThatThrownBy(() -> rolling.remove(4)).hasMessageContaining("amount (4) must be held");
    }
}
