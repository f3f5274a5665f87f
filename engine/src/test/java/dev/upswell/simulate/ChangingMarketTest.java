package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSettings.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A world whose market changes after three days.
class ChangingMarketTest {

    private static final WorldSettings SETTINGS = WorldSettings.of(WorldSize.SMALL, 3)
            .with(new Population(32, 3, 8, 20)).withDays(9).withFutures(4);
    private static final Instant CHANGE = SETTINGS.start().plus(Duration.ofDays(3));
    private static final String STEADY = SmallWorld.text(SimulatedWorld.of(SETTINGS)::writeTruth);
    private static final String CHANGED = SmallWorld.text(changed()::writeTruth);

    private static SimulatedWorld changed() {
        return SimulatedWorld.of(SETTINGS).changing(Turns.since(CHANGE));
    }

    @Test
    void untilTheChangeEveryReadingIsTheSame() {
        List<String> steady = readings(SimulatedWorld.of(SETTINGS));
        List<String> changed = readings(changed());
        int same = 0;
        while (steady.get(same).equals(changed.get(same))) {
            same++;
        }

        assertThat(Instant.parse(changed.get(same).split(",")[4]))
                .isBetween(CHANGE, CHANGE.plus(Duration.ofHours(1)));
    }

    private static List<String> readings(SimulatedWorld world) {
        return SmallWorld.text(world::writeObservations).lines().filter(line -> line.startsWith("hashtag,"))
                .filter(line -> line.contains(",2025-")).toList();
    }

    @Test
    void afterTheChangeAHashtagIsShownOnTheDayThatIsItsOwn() {
        Map<String, Integer> own = facts(CHANGED, "turn").stream()
                .collect(Collectors.toMap(row -> row[2], row -> Integer.valueOf(row[4])));
        Map<Boolean, Double> viewsPerHour = facts(CHANGED, "views_per_hour").stream()
                .filter(row -> Instant.parse(row[3]).isAfter(CHANGE.plus(Duration.ofHours(3))))
                .collect(Collectors.partitioningBy(
                        row -> (Instant.parse(row[3]).getEpochSecond() - 1) / 86_400 % 6 == own.get(row[2]),
                        Collectors.averagingDouble(row -> Double.parseDouble(row[4]))));

        assertThat(own).hasSize(32).containsValues(0, 1, 2, 3, 4, 5);
        assertThat(viewsPerHour.get(true)).isGreaterThan(10 * viewsPerHour.get(false));
        assertThat(facts(STEADY, "turn")).isEmpty();
    }

    @Test
    void theOracleKnowsNothingOfItBefore() {
        assertThat(verdicts(CHANGED, true)).hasSize(2 * 4 * 32).isEqualTo(verdicts(STEADY, true));
        assertThat(verdicts(CHANGED, false)).isNotEqualTo(verdicts(STEADY, false));
    }

    private static List<String> verdicts(String truth, boolean before) {
        return facts(truth, "expected_log_growth_24h").stream()
                .filter(row -> Instant.parse(row[3]).isBefore(CHANGE) == before).map(row -> String.join(",", row))
                .toList();
    }

    private static List<String[]> facts(String truth, String fact) {
        return truth.lines().filter(line -> line.startsWith(fact + ",")).map(line -> line.split(",", -1)).toList();
    }

    @Test
    void aRoundHasAtLeastADay() {
        assertThatThrownBy(() -> new Turns(CHANGE, 0, 2, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("turns (0 days, 2.0 and 1.0 times) need a day and no negative number");
    }
}
