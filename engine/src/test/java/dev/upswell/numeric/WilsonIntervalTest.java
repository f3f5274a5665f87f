package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

    /// The ends solve `(p − s)² = z² · p (1 − p) / n`, here by hand for 10 of 50.
    @Test
    void intervalOfTenInFiftyIsKnown() {
        WilsonInterval interval = WilsonInterval.of(0.2, 50);

        assertThat(interval.low()).isEqualTo(0.1124, within(0.0001));
        assertThat(interval.high()).isEqualTo(0.3304, within(0.0001));
    }

    @Property
    void intervalHoldsTheShareAndStaysAShare(@ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.5, max = 1e6) double trials) {
        WilsonInterval interval = WilsonInterval.of(share, trials);

        assertThat(interval.low()).isBetween(0.0, share + 1e-12);
        assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
    }
}
