package dev.upswell.learn.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.sketch.ColumnTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangenessTest {

    private static final int COLUMNS = 10;
    private final DriftReference reference = DriftReference.of(new Worlds(1, 300, COLUMNS).days(40, 0, 0, 0.1),
            DriftSettings.USUAL);

    @Test
    void rowsOfUnknownEntitiesAreSpreadEvenlyOverTheScale() {
        Dataset rows = new Worlds(99, 2000, COLUMNS).days(1, 0, 0, 0.1);
        double[] scores = new double[rows.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = reference.strangeness(rows.values(), row * COLUMNS).orElseThrow().strangerThan();
        }
        for (double share : new double[]{0.5, 0.9, 0.99}) {
            assertThat(Arrays.stream(scores).filter(score -> score > share).count() / 2000.0)
                    .as("stranger than %s of the training", share)
                    .isCloseTo(1 - share, within(0.06 * (1.2 - share) + 0.01));
        }
    }

    @Test
    void absurdRowIsStrangerThanAllAndSaysWhy() {
        float[] row = new float[COLUMNS];
        row[3] = 50;
        row[7] = -40;
        row[8] = 30;
        row[2] = Float.NaN;

        Strangeness found = reference.strangeness(row, 0).orElseThrow();
        Strangeness usual = reference.strangeness(new float[COLUMNS], 0).orElseThrow();

        assertThat(found.strangerThan()).isGreaterThan(0.95);
        assertThat(found.outside()).isCloseTo(0.3, within(1e-9));
        assertThat(found.top().subList(0, 3)).extracting(Strangeness.Reason::feature)
                .containsExactly("f3", "f7", "f8");
        assertThat(found.top().get(3)).satisfies(reason -> {
            assertThat(reason.feature()).isEqualTo("f2");
            assertThat(reason.value()).isNull();
            assertThat(reason.probability()).isCloseTo(0.1, within(0.01));
        });
        assertThat(usual.strangerThan()).isLessThan(0.01);
        assertThat(usual.outside()).isZero();
    }

    @Test
    void rowWithoutAnyValueIsStrangeWhereValuesAreRarelyMissing() {
        float[] row = new float[COLUMNS];
        Arrays.fill(row, Float.NaN);

        assertThat(reference.strangeness(row, 0).orElseThrow().strangerThan()).isGreaterThan(0.9);
    }

    @Test
    void windowCountsItsStrangeRows() {
        Dataset usual = new Worlds(5, 2000, COLUMNS).days(1, 0, 0, 0.1);
        Dataset moved = new Worlds(5, 2000, COLUMNS).days(1, COLUMNS, 3, 0.1);

        assertThat(share(usual)).isBetween(0.0, 0.03);
        assertThat(share(moved)).isGreaterThan(0.3);
    }

    private double share(Dataset rows) {
        DriftReport report = reference.compare(reference.window(ColumnTable.of(rows)), Instant.EPOCH, List.of());
        return requireNonNull(report.strange()).share();
    }

    @Test
    void whatMostRowsOfACutShareMakesNoneOfThemStrange() {
        Dataset usual = new Worlds(99, 400, COLUMNS).days(1, 0, 0, 0.1);
        List<float[]> rows = IntStream.range(0, usual.size()).mapToObj(
                row -> Arrays.copyOfRange(usual.values(), row * COLUMNS, (row + 1) * COLUMNS)).toList();
        List<Strangeness> before = reference.strangeness(rows).orElseThrow();
        rows.forEach(row -> row[4] = 70);
        rows.getFirst()[3] = 50;

        List<Strangeness> found = reference.strangeness(rows).orElseThrow();

        assertThat(unlike(before)).isBetween(0L, 16L);
        assertThat(unlike(found)).isBetween(0L, 16L);
        assertThat(rows.stream().filter(row -> reference.strangeness(row, 0).orElseThrow().strange()).count())
                .as("each looked at by itself").isGreaterThan(unlike(found));
        assertThat(found).allSatisfy(one -> assertThat(one.top().getFirst().feature()).isNotEqualTo("f4"));
        assertThat(reference.strangeness(rows.subList(1, 8)).orElseThrow())
                .as("too few to share anything")
                .allSatisfy(one -> assertThat(one.top().getFirst().feature()).isEqualTo("f4"));
        assertThat(found.getFirst().top().getFirst().feature()).isEqualTo("f3");
        assertThat(found.getFirst().outside()).isCloseTo(1.0 / 9, within(0.13));
    }

    private static long unlike(List<Strangeness> rows) {
        return rows.stream().filter(Strangeness::strange).count();
    }

    @Test
    void nothingIsSaidWhenTooFewRowsWereHeldBack() {
        DriftReference few = DriftReference.of(new Worlds(1, 20, COLUMNS).days(3, 0, 0, 0), DriftSettings.USUAL);

        assertThat(few.strangeness(new float[COLUMNS], 0)).isEmpty();
        assertThat(few.strangeness(List.of(new float[COLUMNS]))).isEmpty();
        assertThat(few.compare(few.window(), Instant.EPOCH, List.of()).strange()).isNull();
    }
}
