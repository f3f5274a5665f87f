package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.timeline.Issue;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class WindowsOfTest {

    @Test
    void viewVelocityIgnoresReadingsAfterTheWindow() {
        MetricRow row = Readings.of("""
            09:00 #tag views=100
            10:00 #tag views=160
            11:00 #tag views=900
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(60);
        assertThat(row.value(Metric.VIEW_VELOCITY)).hasValue(1.0);
        assertThat(row.asOf()).isEqualTo(Readings.at("10:00"));
    }

    @Test
    void velocityComparesAdjacentWindowsAndAccelerationTheirVelocities() {
        Readings readings = Readings.of("""
            08:00 #tag views=1000
            09:00 #tag views=1100
            10:00 #tag views=1300
            11:00 #tag views=1900
            """);

        assertThat(readings.row(Window.HOUR, "10:00").value(Metric.VELOCITY)).hasValue(1.0);
        MetricRow last = readings.row(Window.HOUR, "11:00");
        assertThat(last.value(Metric.VELOCITY)).hasValue(2.0);
        assertThat(last.value(Metric.ACCELERATION)).hasValue(1.0);
        assertThat(last.value(Metric.VIEW_GROWTH)).hasValue(2.0);
        assertThat(last.backing().basis()).isEqualTo(Basis.VIEWS);
        assertThat(last.value(Metric.MOMENTUM).getAsDouble())
                .isCloseTo((0.4 * 2 / 5 + 0.3 * 1) / 0.7, within(1e-12));
    }

    @Test
    void previousVolumeOfZeroMakesTheEntityNewInsteadOfInfinite() {
        MetricRow row = Readings.of("""
            08:00 #tag views=1000
            09:00 #tag views=1000
            10:00 #tag views=1300
            """).row(Window.HOUR, "10:00");

        assertThat(row.isNew()).isTrue();
        assertThat(row.absence(Metric.VELOCITY)).hasValue(Absence.PREVIOUS_IS_ZERO);
        assertThat(row.absence(Metric.ACCELERATION)).hasValue(Absence.PREVIOUS_IS_ZERO);
        assertThat(row.absence(Metric.MOMENTUM)).hasValue(Absence.NO_TERM);
    }

    @Test
    void stepOfARoundedCounterDoesNotMakeTheEntityNew() {
        MetricRow row = Readings.of("""
            08:00 #tag views=2300000
            09:00 #tag views=2300000
            10:00 #tag views=2400000
            """).row(Window.HOUR, "10:00");

        assertThat(row.isNew()).isFalse();
        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(100_000);
        assertThat(row.value(Metric.VIEWS_GAINED_LOW)).hasValue(0);
        assertThat(row.value(Metric.VIEWS_GAINED_HIGH)).hasValue(200_000);
    }

    @Test
    void metricsAreAbsentWithTheReasonBelowHalfCoverage() {
        MetricRow row = Readings.of("""
            09:40 #tag views=100
            10:00 #tag views=160
            """).row(Window.HOUR, "10:00");

        assertThat(row.backing().coverage()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(row.absence(Metric.VIEWS_GAINED)).hasValue(Absence.COVERAGE_TOO_LOW);
        assertThat(row.value(Metric.VIEWS)).hasValue(160);
    }

    @Test
    void rowIsProvisionalWhileItsEndIsCarriedForward() {
        Readings readings = Readings.of("""
            09:00 #tag views=100
            09:30 #tag views=130
            09:45 #tag views=145
            11:00 #tag views=900
            """);

        MetricRow row = readings.row(Window.HOUR, "10:00");

        assertThat(row.backing().provisional()).isTrue();
        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(45);
        assertThat(row.backing().lastReading()).isEqualTo(Readings.at("09:45"));
        assertThat(readings.row(Window.HOUR, "11:00").backing().provisional()).isFalse();
    }

    @Test
    void readingAFractionOfASecondAfterTheEndIsNotKnownThere() {
        MetricRow row = Readings.of("""
            09:00 #tag views=100
            09:30 #tag views=130
            10:00:00.400 #tag views=900
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(30);
        assertThat(row.backing().provisional()).isTrue();
    }

    @Test
    void ofSeveralReadingsInAQuarterOfAnHourTheLastCounts() {
        MetricRow row = Readings.of("""
            09:00 #tag views=5400000
            09:20 #tag views=5400000
            09:25 #tag views=5300000
            09:29 #tag views=5400000
            10:00 #tag views=5400000
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(0);
    }

    @Test
    void ratesAreShrunkTowardThePriorWithTheWeightOfAThousandViews() {
        MetricRow row = Readings.of("""
            09:00 #tag views=0 likes=0 comments=0 shares=0
            10:00 #tag views=1000 likes=200 comments=40 shares=10
            """).row(Window.HOUR, "10:00",
                EngagementPrior.constant(new EngagementPrior.Rates(0.1, 0.02, 0.01)));

        assertThat(row.value(Metric.LIKE_RATE).getAsDouble()).isCloseTo(0.15, within(1e-12));
        assertThat(row.value(Metric.ENGAGEMENT_RATE).getAsDouble()).isCloseTo(0.19, within(1e-12));
        assertThat(row.value(Metric.ENGAGEMENT_EFFICIENCY).getAsDouble()).isCloseTo(0.95, within(1e-12));
    }

    /// The issues found up to 10:00, while each row of an hour is looked at.
    private static List<Issue> issues(Readings readings, Consumer<MetricRow> look) {
        List<Issue> issues = new ArrayList<>();
        WindowsOf.entity(readings.watched(), EngagementPrior.NONE).between(Window.HOUR, Instant.EPOCH,
                Readings.at("10:00"), new WindowsOf.Sink() {
                    @Override
                    public void row(PassingRow row) {
                        look.accept(row.kept());
                    }

                    @Override
                    public void issue(Issue issue) {
                        issues.add(issue);
                    }
                });
        return issues;
    }

    @Test
    void engagementAboveViewsIsAnIssue() {
        Readings readings = Readings.of("""
            09:00 #tag views=0 likes=0 comments=0 shares=0
            10:00 #tag views=100 likes=120 comments=0 shares=0
            """);
        List<Issue> issues = issues(readings, row -> assertThat(row.value(Metric.ENGAGEMENT_RATE)).hasValue(1.2));

        assertThat(issues).containsExactly(new Issue.EngagementAboveViews(Readings.TAG, "api", Readings.at("10:00"),
                120, 100));
    }

    @Test
    void engagementAboveTheViewsOfCarryingVideosIsAnIssueOfTheVideosNotOfTheOwnCounter() {
        Readings readings = Readings.of("""
            09:00 #tag source=poll posts=10
            09:00 v1 by=ann views=0 likes=0 comments=0 shares=0
            10:00 #tag source=poll posts=12
            10:00 v1 by=ann views=100 likes=120 comments=0 shares=0
            """);
        List<Issue> issues = issues(readings, row -> assertThat(row.backing().source()).isEqualTo("poll"));

        assertThat(issues).containsExactly(new Issue.EngagementAboveViews(Readings.TAG, Candidate.VIDEOS_SOURCE,
                Readings.at("10:00"), 120, 100));
    }

    @Test
    void engagementHasNothingToBeComparedWithWhereRoundingHidesTheViews() {
        Readings readings = Readings.of("""
            09:00 #tag views=1200000 likes=120001 comments=11 shares=11
            10:00 #tag views=1200000 likes=120501 comments=12 shares=12
            """);
        List<Issue> issues = issues(readings, row -> {
            assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(0);
            assertThat(row.absence(Metric.LIKE_RATE)).hasValue(Absence.WITHIN_ROUNDING);
            assertThat(row.absence(Metric.ENGAGEMENT_RATE)).hasValue(Absence.WITHIN_ROUNDING);
            assertThat(row.absence(Metric.ENGAGEMENT_EFFICIENCY)).hasValue(Absence.WITHIN_ROUNDING);
        });

        assertThat(issues).isEmpty();
    }

    @Test
    void timeConcentrationIsTheGiniCoefficientOverTheHoursOfTheDay() {
        StringBuilder even = new StringBuilder();
        StringBuilder bursts = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            even.append("%02d:00 #tag views=%d%n".formatted(hour, 101 + 10 * hour));
            bursts.append("%02d:00 #tag views=%d%n".formatted(hour, hour < 20 ? 101 : 901));
        }

        assertThat(concentration(even.toString(), 240)).isZero();
        assertThat(concentration(bursts.toString(), 800)).isCloseTo(1 - 1 / 24.0, within(1e-12));
    }

    /// Of the second day, when the views of the first are `rise` higher.
    private static double concentration(String day, int rise) {
        StringBuilder next = new StringBuilder();
        day.lines().forEach(line -> {
            int at = line.indexOf('=') + 1;
            next.append(line, 0, at).append(Integer.parseInt(line.substring(at)) + rise).append('\n');
        });
        return Readings.of(day).onDayAfter(next.toString()).row(Window.DAY, 1, "23:00")
                .value(Metric.TIME_CONCENTRATION).getAsDouble();
    }

    @Test
    void dayWhoseViewsCameWhileNobodyReadHasNoMeasuredHours() {
        MetricRow row = Readings.of(hourly("00:00", 0, 23, 100)).onDayAfter(hourly("00:00", 0, 13, 100))
                .onDayAfter(hourly("00:00", 21, 23, 1100)).onDay(2, "00:00 #tag views=1100")
                .row(Window.DAY, 2, "00:00");

        assertThat(row.backing().coverage()).isCloseTo(16 / 24.0, within(1e-12));
        assertThat(row.value(Metric.VIEWS_GAINED_LOW)).hasValue(1000);
        assertThat(row.value(Metric.VIEWS_GAINED_HIGH)).hasValue(1000);
        assertThat(row.absence(Metric.TIME_CONCENTRATION)).hasValue(Absence.HOURS_NOT_MEASURED);
    }

    /// Readings at half past, so that the one step of 100 falls half into one hour and half into the next.
    @Test
    void dayWhoseHoursAllRoseLessThanTheirRoundingHasHoursWithinRounding() {
        MetricRow row = Readings.of(hourly("00:30", 0, 23, 11_100)).onDayAfter(hourly("00:30", 0, 10, 11_100))
                .onDayAfter(hourly("00:30", 11, 23, 11_200)).row(Window.DAY, 2, "00:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(100);
        assertThat(row.absence(Metric.TIME_CONCENTRATION)).hasValue(Absence.WITHIN_ROUNDING);
    }

    /// The same views read from hour `from` to hour `to`, at the minutes of `first`.
    private static String hourly(String first, int from, int to, long views) {
        return IntStream.rangeClosed(from, to).mapToObj(hour -> "%02d%s #tag views=%d"
                .formatted(hour, first.substring(2), views)).collect(Collectors.joining("\n"));
    }

    @Test
    void volumeCountsPostsWhereViewsAreNotGiven() {
        MetricRow row = Readings.of("""
            08:00 #tag posts=10
            09:00 #tag posts=20
            10:00 #tag posts=35
            """).row(Window.HOUR, "10:00");

        assertThat(row.backing().basis()).isEqualTo(Basis.POSTS);
        assertThat(row.value(Metric.VOLUME)).hasValue(15);
        assertThat(row.value(Metric.VELOCITY)).hasValue(0.5);
        assertThat(row.absence(Metric.VIEWS_GAINED)).hasValue(Absence.COUNTER_NOT_GIVEN);
        assertThat(row.absence(Metric.CREATOR_DISPERSION)).hasValue(Absence.NO_CARRYING_VIDEOS);
    }

    @Test
    void ofSeveralSourcesTheBestCoveredSpeaksThenTheFirstByName() {
        Readings readings = Readings.of("""
            09:00 #tag source=b views=100
            09:00 #tag source=a views=100
            09:30 #tag source=b views=105
            09:30 #tag source=a views=120
            10:00 #tag source=b views=110
            10:00 #tag source=a views=130
            10:30 #tag source=b views=120
            10:45 #tag source=b views=130
            """);

        assertThat(readings.row(Window.HOUR, "10:00").backing().source()).isEqualTo("a");
        assertThat(readings.row(Window.HOUR, "10:00").value(Metric.VIEWS_GAINED)).hasValue(30);
        assertThat(readings.row(Window.HOUR, "11:00").backing().source()).isEqualTo("b");
    }

    @Test
    void inputsHashTellsOtherReadingsApart() {
        String readings = """
            09:00 #tag views=100
            10:00 #tag views=160
            """;

        long hash = Readings.of(readings).row(Window.HOUR, "10:00").backing().inputsHash();

        assertThat(Readings.of(readings).row(Window.HOUR, "10:00").backing().inputsHash()).isEqualTo(hash);
        assertThat(Readings.of(readings.replace("160", "161")).row(Window.HOUR, "10:00").backing().inputsHash())
                .isNotEqualTo(hash);
    }

    @Test
    void stateKeepsItsOwnCopyOfReadings() {
        List<Observation> held = new ArrayList<>(Readings.of("09:00 #tag views=100").observations());
        EntityWindows.State state = new EntityWindows.State(Readings.TAG, null,
                Map.of(new EntityWindows.SeriesKey(Readings.TAG, "api"), held), Map.of(), null);

        held.clear();

        assertThat(state.readings().values()).singleElement().asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
    }

    @Test
    void lateReadingRecomputesTheClosedWindowsFromItsTimeOn() {
        List<Observation> readings = Readings.of("""
            09:00 #tag views=100
            10:00 #tag views=160
            11:00 #tag views=200
            12:00 #tag views=260
            10:30 #tag views=190
            """).observations();
        EntityWindows operator = new EntityWindows(EngagementPrior.NONE, Duration.ofDays(1));
        EntityWindows.State state = EntityWindows.State.of(Readings.TAG);
        for (Observation each : readings.subList(0, 4)) {
            state = operator.observe(state, each).state();
        }

        EntityWindows.Step late = operator.observe(state, readings.get(4));

        assertThat(late.replacedFrom()).isEqualTo(Readings.at("10:30"));
        assertThat(late.rows()).filteredOn(row -> row.window() == Window.HOUR).extracting(MetricRow::end)
                .containsExactly(Readings.at("11:00"));
    }
}
