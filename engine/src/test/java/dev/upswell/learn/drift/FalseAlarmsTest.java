package dev.upswell.learn.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.Dataset;
import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.numeric.KolmogorovSmirnov;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often drift is called where there is none, in rows that resemble each other within an entity; and whether real drift is found.
class FalseAlarmsTest {

    private static final int COLUMNS = 12;
    private static final int DAYS = 35;
    private static final Instant NOW = Instant.EPOCH;

    /// Over all features together, no more than one comparison in twenty may alarm.
    @Test
    void otherEntitiesWithoutDriftHardlyEverAlarm() {
        Found found = withoutDrift(30, true);

        assertThat(found.alarms).as("alarms in 30 comparisons").isLessThanOrEqualTo(1);
        assertThat(found.byRows).as("what counting rows would have called significant").isGreaterThanOrEqualTo(28);
    }

    @Test
    void laterDaysOfTheSameEntitiesHardlyEverAlarm() {
        assertThat(withoutDrift(30, false).alarms).as("alarms in 30 comparisons").isLessThanOrEqualTo(1);
    }

    /// The rate that the decision record states: no more than 1 alarm in 100, no more than 5 with any significant feature.
    @Test
    @Tag("slow")
    void rateOfFalseAlarmsIsAsStated() {
        for (boolean others : new boolean[]{true, false}) {
            Found found = withoutDrift(400, others);
            assertThat(found.alarms).as(found.toString()).isLessThanOrEqualTo(4);
            assertThat(found.significant).as(found.toString()).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void shiftOfSevenTenthsOfTheSpreadIsFoundAndNothingBesides() {
        int found = 0;
        int others = 0;
        for (int repeat = 0; repeat < 15; repeat++) {
            Worlds world = new Worlds(repeat, 120, COLUMNS);
            DriftReference reference = DriftReference.of(world.days(DAYS, 0, 0, 0.1), DriftSettings.USUAL);
            List<FeatureDrift> features = reference.compare(world.days(7, 3, 1.0, 0.1), NOW).features();
            found += drifted(features.subList(0, 3));
            others += drifted(features.subList(3, COLUMNS));
        }
        assertThat(found).as("of 45 shifted features").isGreaterThanOrEqualTo(43);
        assertThat(others).isZero();
    }

    private static int drifted(List<FeatureDrift> features) {
        return (int) features.stream().filter(feature -> feature.verdict() == DriftVerdict.DRIFTED).count();
    }

    private record Found(int alarms, int watched, int significant, int byRows) {
    }

    /// @param others whether the window shows other entities than the training
    private static Found withoutDrift(int repeats, boolean others) {
        int alarms = 0;
        int watched = 0;
        int significant = 0;
        int byRows = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            Worlds world = new Worlds(repeat, 120, COLUMNS);
            Dataset training = world.days(DAYS, 0, 0, 0.1);
            Dataset window = (others ? new Worlds(100_000 + repeat, 120, COLUMNS) : world).days(7, 0, 0, 0.1);
            DriftReport report = DriftReference.of(training, DriftSettings.USUAL).compare(window, NOW);
            alarms += report.verdict() == DriftVerdict.DRIFTED ? 1 : 0;
            watched += report.verdict() == DriftVerdict.WATCH ? 1 : 0;
            significant += report.features().stream()
                    .anyMatch(feature -> feature.values() != null && feature.values().qValue() <= 0.05) ? 1 : 0;
            byRows += others && anyByRows(training, window) ? 1 : 0;
        }
        return new Found(alarms, watched, significant, byRows);
    }

    private static boolean anyByRows(Dataset training, Dataset window) {
        double[] pValues = IntStream.range(0, COLUMNS).mapToDouble(column -> {
            double[] before = known(training, column);
            double[] now = known(window, column);
            double rows = 1 / (1.0 / before.length + 1.0 / now.length);
            return KolmogorovSmirnov.pValue(KolmogorovSmirnov.distance(before, now) * Math.sqrt(rows));
        }).toArray();
        return IntStream.range(0, COLUMNS).anyMatch(i -> FalseDiscovery.adjusted(pValues)[i] <= 0.05);
    }

    private static double[] known(Dataset rows, int column) {
        return IntStream.range(0, rows.size()).mapToDouble(row -> rows.values()[row * COLUMNS + column])
                .filter(Double::isFinite).sorted().toArray();
    }
}
