package dev.upswell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorTest {

    @Test
    void isOfLengthOneAndLikenessIsTheCosine() {
        Vector vector = Vector.of(3, 4);

        assertThat(vector.at(0)).isEqualTo(.6f);
        assertThat(vector.likeness(Vector.of(30, 40))).isCloseTo(1, within(1e-6));
        assertThat(vector.likeness(Vector.of(-4, 3))).isCloseTo(0, within(1e-6));
        assertThat(vector.likeness(Vector.of(-3, -4))).isCloseTo(-1, within(1e-6));
    }

    @Test
    void whatSaysNothingIsLikeNothing() {
        assertThat(Vector.of(0, 0).saysNothing()).isTrue();
        assertThat(Vector.nothing(2).likeness(Vector.of(1, 1))).isZero();
        assertThat(Vector.midst(List.of(Vector.of(1, 0), Vector.of(-1, 0)), new double[]{1, 1}, 2).saysNothing())
                .isTrue();
    }

    @Test
    void theMidstHeedsWeights() {
        Vector midst = Vector.midst(List.of(Vector.of(1, 0), Vector.of(0, 1)), new double[]{3, 1}, 2);

        assertThat(midst).isEqualTo(Vector.of(3, 1));
    }

    @Test
    void whatWasKeptComesBackByteForByte() {
        Vector vector = Vector.of(.1, .7, -.3);

        assertThat(Vector.kept(vector.values())).isEqualTo(vector);
    }

    @Test
    void refusesVectorsOfAnotherSpaceAndWithoutEnd() {
        assertThatThrownBy(() -> Vector.of(1, 0).likeness(Vector.of(1, 0, 0)))
                .hasMessage("vectors (2 and 3 numbers) must be of one space\nMaybe one is of an older version.");
        assertThatThrownBy(() -> Vector.of(Double.NaN))
                .hasMessage("values of a vector must be finite\nMaybe something was divided by 0.");
    }
}
