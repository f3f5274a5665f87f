package dev.upswell.server.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.act.Priority.Ground;
import dev.upswell.server.act.Priority.Level;
import dev.upswell.server.act.Priority.Rating;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {

    private static Source task(Category category, Map<String, Double> facts) {
        return new Source.OfTask(new ImprovementTask(new UUID(1, 1), new Order("topic", "title", category, "trigger",
                "hypothesis", "metric", "owner", LocalDate.EPOCH, facts), State.OPEN, Instant.EPOCH, null,
                Instant.EPOCH, null));
    }

    private static Priority of(Category category, Map<String, Double> facts) {
        return Priority.of(task(category, facts), null, null);
    }

    @ParameterizedTest
    @CsvSource({"0.01,1", "0.02,2", "0.05,3", "0.1,4", "0.2,5", "0.4,5"})
    void theWorseForecastsOfASegmentAreTheMoreItIsWorth(double apart, int points) {
        assertThat(of(Category.MODEL, Map.of("apart", apart, "low", 0.01, "high", 0.5)).impact())
                .isEqualTo(new Rating(points, Ground.ERROR, List.of(apart, 0.01, 0.5)));
    }

    @ParameterizedTest
    @CsvSource({"5,5", "10,5", "15,4", "20,4", "35,3", "41,2", "100,2"})
    void theLowerAVideoStandsTheMoreItIsWorth(double place, int points) {
        assertThat(
                of(Category.CONTENT, Map.of("v15_place", place, "completion_rate_place", 100.0, "fyp", 90.0)).impact())
                .isEqualTo(new Rating(points, Ground.ALARM, List.of(place / 100)));
    }

    @ParameterizedTest
    @CsvSource({"20,4", "40,4", "50,3", "65,3", "70,2", "100,2"})
    void aRuleCountsByTheScoreAtWhichItFired(double fyp, int points) {
        assertThat(of(Category.CONTENT, Map.of("fyp", fyp, "slaHours", 6.0)).impact())
                .isEqualTo(new Rating(points, Ground.SCORE, List.of(fyp)));
    }

    @Test
    void whatNobodyMeasuredIsAsUsualAndSaysSo() {
        assertThat(of(Category.RETRAINING, Map.of("rows", 3.0)))
                .isEqualTo(new Priority(Rating.usual(4), Rating.usual(1)));
    }

    @Test
    void whatAPersonSetsStandsOverWhatTheSourceSays() {
        assertThat(Priority.of(task(Category.CONTENT, Map.of("v15_place", 5.0)), 1, 5))
                .isEqualTo(new Priority(Rating.set(1), Rating.set(5)));
    }

    @ParameterizedTest
    @CsvSource({"5,1,25,HIGH", "5,3,15,HIGH", "3,2,12,MEDIUM", "4,4,8,MEDIUM", "3,4,6,LOW", "1,5,1,LOW"})
    void priorityIsImpactByHowLittleWorkItIs(int impact, int effort, int points, Level level) {
        assertThat(new Priority(Rating.set(impact), Rating.set(effort))).returns(points, Priority::points)
                .returns(level, Priority::level);
    }

    @Test
    void pointsBeyondFiveAreABug() {
        assertThatThrownBy(() -> Rating.set(6)).hasMessageContaining("points (6) must be from 1 to 5");
        assertThatThrownBy(() -> Rating.set(0)).hasMessageContaining("points (0)");
    }
}
