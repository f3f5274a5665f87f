package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import dev.upswell.numeric.Overlap.Stratum;
import org.junit.jupiter.api.Test;

class OverlapTest {

    /// Fisher's lady: of eight cups four have milk first, she names four, three of them rightly: (16 + 1) / 70.
    @Test
    void oneStratumIsFishersExactTest() {
        Overlap lady = Overlap.of(new Stratum(8, 4, 4, 3));

        assertThat(lady.atLeast()).isCloseTo(17 / 70., offset(1e-12));
        assertThat(lady.expected()).isEqualTo(2);
        assertThat(lady.ratio()).isEqualTo(1.5);
    }

    /// Two tables of 2 owners, one of each: both by chance in one half of each; both twice in a quarter.
    @Test
    void strataAddUp() {
        assertThat(Overlap.of(new Stratum(2, 1, 1, 1), new Stratum(2, 1, 1, 1)).atLeast())
                .isCloseTo(.25, offset(1e-12));
        assertThat(Overlap.of(new Stratum(2, 1, 1, 1), new Stratum(2, 1, 1, 0)).atLeast())
                .isCloseTo(.75, offset(1e-12));
        assertThat(Overlap.of(new Stratum(0, 0, 0, 0))).isEqualTo(new Overlap(0, 0, 1));
    }

    @Test
    void chancesOfLargeTablesAddUpToOne() {
        assertThat(Overlap.of(new Stratum(100_000, 900, 700, 0)).atLeast()).isCloseTo(1, offset(1e-6));
    }

    /// Byar's interval of 10 is 4.79 to 18.39 (Breslow and Day, table 2.11: exact 4.80 to 18.39).
    @Test
    void theIntervalIsByars() {
        Overlap ten = new Overlap(10, 1, .001);

        assertThat(ten.low()).isCloseTo(4.79, offset(.01));
        assertThat(ten.high()).isCloseTo(18.39, offset(.01));
        assertThat(new Overlap(0, 2, 1).low()).isZero();
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(5, 2, 2, 3))
                .withMessageContaining("must have owners of both among those of each");
    }
}
