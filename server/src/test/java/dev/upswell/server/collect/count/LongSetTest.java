package dev.upswell.server.collect.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongSetTest {

    @Property(tries = 100)
    void behavesLikeABoxedSet(@ForAll @Size(max = 3_000) List<@LongRange(min = -900, max = 900) Long> numbers) {
        LongSet set = new LongSet();
        Set<Long> oracle = new HashSet<>();
        for (long number : numbers) {
            assertThat(set.add(number)).isEqualTo(oracle.add(number));
        }
        assertThat(set.size()).isEqualTo(oracle.size());
    }
}
