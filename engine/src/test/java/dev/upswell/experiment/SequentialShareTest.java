package dev.upswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import org.junit.jupiter.api.Test;

class SequentialShareTest {

    private static final double ERROR = 0.05;
    private static final int FLIPS = 1_500;

    /// The chance of ever excluding the true share within so many flips, each looked at, by adding up all ways.
    private static double everExcluded(double share) {
        double[] chances = {1};
        double excluded = 0;
        for (int flips = 1; flips <= FLIPS; flips++) {
            double[] next = new double[flips + 1];
            for (int wins = 0; wins < flips; wins++) {
                next[wins] += chances[wins] * (1 - share);
                next[wins + 1] += chances[wins] * share;
            }
            for (int wins = 0; wins <= flips; wins++) {
                SequentialShare look = SequentialShare.of(wins, flips - wins, ERROR);
                if (share < look.low() || share > look.high()) {
                    excluded += next[wins];
                    next[wins] = 0;
                }
            }
            chances = next;
        }
        return excluded;
    }

    @Test
    void theTrueShareIsEverExcludedNoOftenerThanToldWhenEveryFlipIsLookedAt() {
        assertThat(everExcluded(0.5)).isBetween(0.01, ERROR);
        assertThat(everExcluded(0.3)).isBetween(0.01, ERROR);
    }

    @Test
    void equalsAreRefutedByPJustWhereTheIntervalExcludesOneHalf() {
        for (int wins = 0; wins <= 60; wins++) {
            SequentialShare look = SequentialShare.of(wins, 60 - wins, ERROR);
            assertThat(look.p() < ERROR).as("%d wins", wins).isEqualTo(look.low() > 0.5 || look.high() < 0.5);
        }
    }

    @Test
    void twoOfThreeWinsAreFoundWithinAFewHundred() {
        Dice dice = Dice.of(1, "wins", 0);
        int wins = 0;
        int flips = 0;
        while (flips < 400 && SequentialShare.of(wins, flips - wins, ERROR).low() <= 0.5) {
            wins += dice.chance(2.0 / 3) ? 1 : 0;
            flips++;
        }

        assertThat(flips).isLessThan(200);
    }

    @Test
    void nothingDecidedTellsNothingAndOneSidedWinsReachTheEnd() {
        assertThat(SequentialShare.of(0, 0, ERROR)).isEqualTo(new SequentialShare(0.5, 0, 1, 1));
        SequentialShare all = SequentialShare.of(12, 0, ERROR);
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isBetween(0.5, 1.0);
        SequentialShare none = SequentialShare.of(0, 12, ERROR);
        assertThat(none.high()).isCloseTo(1 - all.low(), within(1e-9));
    }

    @Test
    void whatWasToldStaysTold() {
        SequentialShare sure = SequentialShare.of(30, 5, ERROR);
        SequentialShare later = SequentialShare.of(40, 30, ERROR).after(sure);

        assertThat(later.p()).isEqualTo(sure.p());
        assertThat(later.low()).isEqualTo(sure.low());
        assertThat(SequentialShare.of(0, 400, ERROR).after(sure).low()).isLessThan(0.1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> SequentialShare.of(-1, 3, ERROR)).hasMessageContaining("wins -1");
        assertThatThrownBy(() -> SequentialShare.of(1, 3, 1)).hasMessageContaining("error 1");
        assertThatThrownBy(() -> new SequentialShare(0.5, 0.6, 0.4, 1)).hasMessageContaining("must be ordered");
    }
}
