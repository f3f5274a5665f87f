package dev.upswell.learn.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShareShiftTest {

    /// (0.9 − 0.5)·ln(0.9 / 0.5) + (0.1 − 0.5)·ln(0.1 / 0.5) = 0.4·ln 9, with so many rows that smoothing is nothing.
    @Example
    void stabilityIndexIsTheSumOverCellsOfTheDifferenceTimesItsLogRatio() {
        assertThat(ShareShift.psi(new long[]{5_000_000_000L, 5_000_000_000L},
                new long[]{9_000_000_000L, 1_000_000_000L})).isCloseTo(0.4 * Math.log(9), within(1e-8));
    }

    /// With half a row more in each of two cells: shares of 1/2 and 1/2 against 9/10 and 1/10.
    @Example
    void emptyCellCountsAsHalfARow() {
        assertThat(ShareShift.psi(new long[]{7, 7}, new long[]{4, 0})).isCloseTo(0.4 * Math.log(9), within(1e-12));
    }

    /// The examples in the documentation of `scipy.spatial.distance.jensenshannon`, whose default base is e.
    @Example
    void distanceOfJensenAndShannonEqualsThatOfScipy() {
        assertThat(ShareShift.jensenShannon(new long[]{1, 0, 0}, new long[]{0, 1, 0})).isCloseTo(1, within(1e-12));
        assertThat(ShareShift.jensenShannon(new long[]{1, 0}, new long[]{1, 1}) * Math.sqrt(Math.log(2)))
                .isCloseTo(0.46450140402245893, within(1e-12));
    }

    @Property(tries = 200)
    void bothAreZeroForEqualSharesAndTheSameEitherWay(
            @ForAll @Size(min = 2, max = 11) int[] before, @ForAll @IntRange(min = 1, max = 50) int times) {
        long[] one = new long[before.length];
        long[] other = new long[before.length];
        long[] manyMore = new long[before.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = 1 + Math.floorMod(before[i], 1000);
            other[i] = 1 + Math.floorMod(before[i] / 1000, 1000);
            manyMore[i] = times * one[i];
        }

        assertThat(ShareShift.jensenShannon(one, manyMore)).isCloseTo(0, within(1e-6));
        assertThat(ShareShift.psi(one, one)).isZero();
        assertThat(ShareShift.psi(one, other)).isNotNegative().isCloseTo(ShareShift.psi(other, one), within(1e-9));
        assertThat(ShareShift.jensenShannon(one, other)).isBetween(0.0, 1.0)
                .isCloseTo(ShareShift.jensenShannon(other, one), within(1e-12));
    }
}
