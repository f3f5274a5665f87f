package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {

    @Property(tries = 200)
    void binIsTheNumberOfEdgesBelowTheValue(@ForAll int seed, @ForAll @IntRange(min = 0, max = 3000) int size,
            @ForAll @IntRange(min = 1, max = 4000) int levels, @ForAll float any) {
        Random random = new Random(seed);
        float[] sample = new float[size];
        for (int i = 0; i < size; i++) {
            sample[i] = (random.nextInt(levels) - levels / 3) * 0.7f;
        }
        QuantileBins bins = QuantileBins.of(sample.clone(), size);
        float[] edges = bins.edges();

        assertThat(bins.count()).isLessThanOrEqualTo(QuantileBins.MOST);
        assertBelow(bins, edges, Float.isNaN(any) ? 0 : any);
        for (float edge : edges) {
            assertBelow(bins, edges, edge);
            assertBelow(bins, edges, Math.nextUp(edge));
        }
    }

    @Property(tries = 60)
    void binsOfManyValuesAreThoseOfEachAlone(@ForAll int seed, @ForAll @IntRange(max = 4) int kind,
            @ForAll float centre, @ForAll @IntRange(min = 1, max = 3000) int size) {
        Random random = new Random(seed);
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            double bell = random.nextGaussian();
            values[i] = switch (kind) {
                case 0 -> (float) bell;
                case 1 -> (float) Math.exp(20 * bell);
                case 2 -> random.nextInt(20);
                case 3 -> Float.intBitsToFloat(random.nextInt());
                default -> centre + (float) (Math.abs(centre) * bell * 1e-5);
            };
        }
        values[1] = Float.NaN;
        values[2] = Float.POSITIVE_INFINITY;
        values[3] = Float.NEGATIVE_INFINITY;
        values[4] = -0f;
        float[] sample = new float[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            if (Float.isFinite(values[i])) {
                sample[known++] = values[i];
            }
        }
        QuantileBins bins = QuantileBins.of(sample, known);
        byte[] found = new byte[values.length];
        bins.of(values, found);
        for (int i = 0; i < values.length; i++) {
            int expected = Float.isFinite(values[i]) ? bins.of(values[i]) : QuantileBins.MOST;
            if ((found[i] & 0xFF) != expected) {
                assertThat(found[i] & 0xFF).as("bin of %s", values[i]).isEqualTo(expected);
            }
        }
    }

    private static void assertBelow(QuantileBins bins, float[] edges, float value) {
        int below = 0;
        for (float edge : edges) {
            below += edge < value ? 1 : 0;
        }
        assertThat(bins.of(value)).isEqualTo(below);
    }

    @Test
    void binsOfManyValuesHoldAboutEqualShares() {
        float[] sample = new float[50_000];
        Random random = new Random(3);
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) Math.exp(3 * random.nextGaussian());
        }
        QuantileBins bins = QuantileBins.of(sample.clone(), sample.length);
        int[] counts = new int[bins.count()];
        for (float value : sample) {
            counts[bins.of(value)]++;
        }
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThanOrEqualTo(sample.length / 116 + 1);
        assertThat(counts[0]).isZero();
        assertThat(counts[counts.length - 1]).isZero();
    }

    @Test
    void fewValuesHaveABinEachAndSoHasOneThatRecurs() {
        QuantileBins flags = QuantileBins.of(new float[]{0, 1, -0f, 1}, 4);
        assertThat(flags.of(0)).isEqualTo(flags.of(-0f)).isNotEqualTo(flags.of(1)).isNotEqualTo(flags.of(0.5f))
                .isNotEqualTo(flags.of(-1));

        float[] sample = new float[1000];
        for (int i = 0; i < 500; i++) {
            sample[i] = i * 0.01f;
            sample[500 + i] = 2.005f;
        }
        QuantileBins bins = QuantileBins.of(sample, 1000);
        assertThat(bins.of(2.005f)).isNotEqualTo(bins.of(2.00f)).isNotEqualTo(bins.of(2.01f));
    }

    @Test
    void noValuesMakeOneBinAndBadEdgesAreRefused() {
        assertThat(QuantileBins.of(new float[0], 0).count()).isEqualTo(1);
        assertThat(QuantileBins.of(new float[0], 0).of(5)).isZero();
        assertThatThrownBy(() -> QuantileBins.ofEdges(new float[]{1, 1})).hasMessageContaining("must ascend");
    }
}
