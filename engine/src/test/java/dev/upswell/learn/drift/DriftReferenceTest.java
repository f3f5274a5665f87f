package dev.upswell.learn.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.SpreadRows;
import dev.upswell.numeric.KolmogorovSmirnov;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DriftReferenceTest {

    private static final Instant NOW = Instant.ofEpochSecond(100 * Worlds.DAY);

    @Test
    void findsTheFeaturesThatMovedAndNoOther() {
        Worlds world = new Worlds(1, 200, 20);
        DriftReference reference = DriftReference.of(world.days(40, 0, 0, 0.1), DriftSettings.USUAL);

        DriftReport report = reference.compare(world.days(7, 3, 1.2, 0.1), NOW);

        assertThat(report.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(report.features().stream().filter(f -> f.verdict() == DriftVerdict.DRIFTED))
                .extracting(FeatureDrift::feature).containsExactly("f0", "f1", "f2");
        assertThat(report.bySize().subList(0, 3)).extracting(FeatureDrift::feature)
                .containsExactlyInAnyOrder("f0", "f1", "f2");
        ValueShift moved = requireNonNull(report.features().getFirst().values());
        assertThat(moved.medianNow() - moved.medianBefore()).isCloseTo(1.2, within(0.4));
        assertThat(moved.effectiveRows()).as("of 1,400 rows of 200 entities").isLessThan(800);
    }

    @Test
    void findsThatValuesWentMissing() {
        Worlds world = new Worlds(2, 200, 4);
        DriftReference reference = DriftReference.of(world.days(30, 0, 0, 0.1), DriftSettings.USUAL);

        DriftReport report = reference.compare(world.days(7, 0, 0, 0.4), NOW);

        assertThat(report.features()).allMatch(feature -> feature.verdict() == DriftVerdict.DRIFTED);
        MissingShift missing = requireNonNull(report.features().getFirst().missing());
        assertThat(missing.before()).isCloseTo(0.1, within(0.02));
        assertThat(missing.now()).isCloseTo(0.4, within(0.04));
        assertThat(requireNonNull(report.features().getFirst().values()).excess()).isLessThan(0.1);
    }

    @Test
    void columnThatWentMissingAltogetherHasNoValueShiftButDrifts() {
        Worlds world = new Worlds(3, 100, 2);
        DriftReference reference = DriftReference.of(world.days(20, 0, 0, 0), DriftSettings.USUAL);

        FeatureDrift feature = reference.compare(world.days(3, 0, 0, 1), NOW).features().getFirst();

        assertThat(feature.values()).isNull();
        assertThat(feature.verdict()).isEqualTo(DriftVerdict.DRIFTED);
    }

    @Test
    void constantColumnThatBeginsToVaryDrifts() {
        DriftReference reference = DriftReference.of(table(3000, i -> 0), DriftSettings.USUAL);

        assertThat(reference.compare(table(300, i -> i % 2), NOW).verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(reference.compare(table(300, i -> 0), NOW).verdict()).isEqualTo(DriftVerdict.STABLE);
    }

    @Test
    void dayOfTheWeekIsNoNewsInAWindowOfADay() {
        DriftSettings daily = DriftSettings.USUAL.withWindow(Duration.ofDays(1));
        DriftReference reference = DriftReference.of(table(100 * 70, i -> i / 100 % 7), daily);

        DriftReport report = reference.compare(table(100, i -> 3), NOW);

        assertThat(requireNonNull(report.features().getFirst().values()).psi()).isGreaterThan(2);
        assertThat(report.verdict()).isEqualTo(DriftVerdict.STABLE);
        assertThat(report.reference().pastWindows()).isGreaterThan(60);
    }

    @Test
    void windowOfFewEntitiesIsUntested() {
        DriftReference reference = DriftReference.of(table(3000, i -> i % 50), DriftSettings.USUAL);
        DriftWindow window = reference.window();
        for (int i = 0; i < 1000; i++) {
            window.add(new float[]{99}, 0, i % 3);
        }
        assertThat(reference.compare(window, NOW, List.of()).verdict()).isEqualTo(DriftVerdict.UNTESTED);
        assertThat(reference.compare(reference.window(), NOW, List.of()).verdict()).isEqualTo(DriftVerdict.UNTESTED);
    }

    @Property(tries = 20)
    void streamedRowsGiveTheReportOfTheTableAndTheDistanceOfTheRawValuesWithinABin(
            @ForAll @IntRange(max = 1000) int seed) {
        Worlds world = new Worlds(seed, 60, 3);
        Dataset training = world.days(20, 0, 0, 0.2);
        Dataset later = world.days(5, 1, 0.7, 0.2);
        DriftReference reference = DriftReference.of(training, DriftSettings.USUAL);
        DriftWindow streamed = reference.window();
        for (int row = 0; row < later.size(); row++) {
            streamed.add(later.values(), row * 3, later.entities()[row]);
            streamed.addLabel(later.labels()[row] > 0, later.entities()[row]);
        }

        DriftReport report = reference.compare(streamed, NOW, List.of());

        assertThat(report).isEqualTo(reference.compare(later, NOW));
        for (int column = 0; column < 3; column++) {
            double exact = KolmogorovSmirnov.distance(known(training, column), known(later, column));
            double binned = requireNonNull(report.features().get(column).values()).kolmogorovSmirnov();
            assertThat(binned).isLessThanOrEqualTo(exact + 1e-12).isGreaterThan(exact - 0.02);
        }
    }

    @Test
    void joinedWindowsEqualOneWindow() {
        Worlds world = new Worlds(5, 80, 3);
        DriftReference reference = DriftReference.of(world.days(20, 0, 0, 0.1), DriftSettings.USUAL);
        Dataset rows = world.days(6, 0, 0, 0.1);
        DriftWindow first = reference.window(ColumnTable.of(rows.slice(0, 200)));
        DriftWindow second = reference.window(ColumnTable.of(rows.slice(200, rows.size())));

        assertThat(first.plus(second).bytes()).isEqualTo(reference.window(ColumnTable.of(rows)).bytes());
        assertThatThrownBy(() -> first.plus(DriftReference.of(rows, DriftSettings.USUAL).window()))
                .hasMessageContaining("must share a reference");
    }

    @Test
    void bytesAreTheSameForTheSameRowsAndComeBackWhole() {
        DriftReference reference = DriftReference.of(new Worlds(6, 90, 5).days(30, 0, 0, 0.1), DriftSettings.USUAL);
        DriftReference again = DriftReference.of(new Worlds(6, 90, 5).days(30, 0, 0, 0.1), DriftSettings.USUAL);
        Worlds later = new Worlds(7, 90, 5);
        DriftWindow window = reference.window(ColumnTable.of(later.days(3, 0, 0, 0)));

        DriftReference read = DriftReference.of(reference.bytes());

        assertThat(again.bytes()).isEqualTo(reference.bytes());
        assertThat(read.bytes()).isEqualTo(reference.bytes());
        assertThat(read.compare(DriftWindow.of(read, window.bytes()), NOW, List.of()))
                .isEqualTo(reference.compare(window, NOW, List.of()));
    }

    @Test
    void damagedBytesAreRefusedWithAdvice() {
        DriftReference reference = DriftReference.of(table(500, i -> i), DriftSettings.USUAL);
        byte[] bytes = reference.bytes();
        byte[] newer = bytes.clone();
        newer[3] = 2;

        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> DriftReference.of(cut)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be whole");
        }
        assertThatThrownBy(() -> DriftReference.of(newer)).hasMessageContaining("newer Upswell");
        assertThatThrownBy(() -> DriftWindow.of(DriftReference.of(table(400, i -> i), DriftSettings.USUAL),
                reference.window().bytes())).hasMessageContaining("another reference");
    }

    /// Whatever byte is wrong: something loads, or there is one kind of error.
    @Test
    void noDamagedByteFailsInAnotherWay() {
        DriftReference reference = DriftReference.of(table(500, i -> i), DriftSettings.USUAL);
        Adwin adwin = new Adwin(0.01);
        PageHinkley pageHinkley = new PageHinkley(0.3);
        for (int i = 0; i < 100; i++) {
            adwin.add(i % 3 / 2.0);
            pageHinkley.add(i % 3 / 2.0);
        }

        damage(reference.bytes(), DriftReference::of);
        damage(reference.window(ColumnTable.of(table(300, i -> i % 40))).bytes(),
                bytes -> DriftWindow.of(reference, bytes));
        damage(adwin.bytes(), bytes -> Adwin.of(bytes).add(0.5));
        damage(pageHinkley.bytes(), PageHinkley::of);
    }

    private static void damage(byte[] bytes, Consumer<byte[]> reading) {
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int damage : new int[]{0x7F, 0xFF, 0x00}) {
                byte[] damaged = bytes.clone();
                damaged[at] = (byte) damage;
                try {
                    reading.accept(damaged);
                } catch (IllegalArgumentException error) {
                    refused++;
                    assertThat(error).hasMessageContaining("must be whole and of a known version");
                }
            }
        }
        assertThat(refused).isPositive();
    }

    /// The edges come of rows picked evenly; a value so rare that none of them has it is still compared.
    @Test
    void rareValueThatNoPickedRowHasIsComparedToo() {
        int rows = 40_000;
        Set<Integer> picked = Arrays.stream(SpreadRows.of(rows, 32_768)).boxed().collect(Collectors.toSet());
        DriftReference reference = DriftReference.of(
                table(rows, i -> picked.contains(i) || i % 13 > 0 ? Float.NaN : i % 7), DriftSettings.USUAL);

        ValueShift same = requireNonNull(
                reference.compare(table(3000, i -> i % 7), NOW).features().getFirst().values());
        ValueShift moved = requireNonNull(
                reference.compare(table(3000, i -> 3 + i % 7), NOW).features().getFirst().values());

        assertThat(same.medianBefore()).isEqualTo(3);
        assertThat(same.psi()).isLessThan(0.2);
        assertThat(moved.psi()).isGreaterThan(1);
    }

    @Test
    void threeHundredColumnsNeedLessThanAMegabyte() {
        DriftReference reference = DriftReference.of(new Worlds(8, 200, 300).days(50, 0, 0, 0.1), DriftSettings.USUAL);

        assertThat(reference.bytes()).hasSizeLessThan(1_000_000);
    }

    @Test
    void prevalenceShiftHasAnIntervalAndIsToldOnlyBeyondChance() {
        DriftReference reference = DriftReference.of(labelled(4000, 0.05), DriftSettings.USUAL);

        PrevalenceShift more = requireNonNull(reference.compare(labelled(2000, 0.15), NOW).prevalence());
        PrevalenceShift same = requireNonNull(reference.compare(labelled(2000, 0.05), NOW).prevalence());

        assertThat(more.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(more.difference().contains(0.10)).isTrue();
        assertThat(same.verdict()).isEqualTo(DriftVerdict.STABLE);
        assertThat(same.difference().contains(0)).isTrue();
        assertThat(reference.compare(reference.window(), NOW, List.of()).prevalence()).isNull();
    }

    @Test
    void columnsOfAnotherModelAreRefused() {
        DriftReference reference = DriftReference.of(table(500, i -> i), DriftSettings.USUAL);
        Dataset other = new Worlds(1, 10, 2).days(2, 0, 0, 0);

        assertThatThrownBy(() -> reference.compare(other, NOW)).hasMessageContaining("another feature set");
    }

    private static double[] known(Dataset rows, int column) {
        return IntStream.range(0, rows.size()).mapToDouble(row -> rows.values()[row * rows.columns().size() + column])
                .filter(Double::isFinite).sorted().toArray();
    }

    /// One column over days of a hundred entities.
    private static Dataset table(int rows, IntToDoubleFunction value) {
        float[] values = new float[rows];
        int[] entities = new int[rows];
        long[] cuts = new long[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = (float) value.applyAsDouble(i);
            entities[i] = i % 100;
            cuts[i] = i / 100 * Worlds.DAY;
        }
        return new Dataset(List.of("x"), values, new float[rows], entities, cuts);
    }

    private static Dataset labelled(int rows, double share) {
        Dataset table = table(rows, i -> i % 10);
        Random random = new Random(rows);
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextDouble() < share ? 1 : 0;
        }
        return table.withLabels(labels);
    }
}
