package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/// What carrying videos prove about an entity, and what they do not.
class CarrierWindowsTest {

    private static final String LONG_UNREAD = """
        09:00 v1 by=ann views=100
        10:00 v1 by=ann views=160
        11:00 v1 by=ann views=200
        """;

    private static final String NEWBORN = """
        10:30 v2 by=bob born=10:10 views=40
        10:45 v2 by=bob born=10:10 views=60
        11:00 v2 by=bob born=10:10 views=90
        """;

    @Test
    void carryingVideosGiveVolumeCreatorsAndDispersion() {
        MetricRow row = Readings.of("""
            09:00 v1 by=ann sound=s1 views=100
            09:00 v2 by=ann sound=s1 views=100
            09:00 v3 by=bob sound=s2 views=500
            09:00 v4 by=cem sound=s3 views=900
            10:00 v1 by=ann sound=s1 views=120
            10:00 v2 by=ann sound=s1 views=130
            10:00 v3 by=bob sound=s2 views=550
            10:00 v4 by=cem sound=s3 views=900
            """).row(Window.HOUR, "10:00");

        assertThat(row.backing().basis()).isEqualTo(Basis.VIDEOS);
        assertThat(row.backing().viewsFromVideos()).isTrue();
        assertThat(row.value(Metric.VOLUME)).hasValue(3);
        assertThat(row.value(Metric.UNIQUE_CREATORS)).hasValue(2);
        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(100);
        assertThat(row.value(Metric.CREATOR_DISPERSION)).hasValue(0.5);
        assertThat(row.value(Metric.TOP_CREATOR_SHARE)).hasValue(0.5);
    }

    @Test
    void ownCountersGiveViewsAndCarryingVideosGiveVolume() {
        MetricRow row = Readings.of("""
            09:00 #tag views=10000
            09:00 v1 by=ann views=100
            10:00 #tag views=17000
            10:00 v1 by=ann views=120
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(7000);
        assertThat(row.value(Metric.VOLUME)).hasValue(1);
        assertThat(row.backing().basis()).isEqualTo(Basis.VIDEOS);
        assertThat(row.backing().viewsFromVideos()).isFalse();
        assertThat(row.backing().source()).isEqualTo("api");
    }

    @Test
    void noveltyIsTheShareOfTopCreatorsAndSoundsNotSeenInTheDayBeforeTheWindow() {
        MetricRow row = Readings.of("""
            00:00 v1 by=ann sound=s1 views=100
            00:00 v2 by=bob sound=s2 views=100
            05:00 v1 by=ann sound=s1 views=150
            05:00 v2 by=bob sound=s2 views=100
            10:00 v1 by=ann sound=s1 views=200
            10:00 v2 by=bob sound=s2 views=100
            15:00 v1 by=ann sound=s1 views=220
            15:00 v2 by=bob sound=s2 views=300
            20:00 v1 by=ann sound=s1 views=240
            20:00 v2 by=bob sound=s2 views=500
            """).row(Window.DAY, "20:00");

        assertThat(row.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.HISTORY_TOO_SHORT);

        MetricRow hourly = Readings.of("""
            00:00 v1 by=ann sound=s1 views=100
            00:00 v2 by=bob sound=s2 views=100
            06:00 v1 by=ann sound=s1 views=150
            06:00 v2 by=bob sound=s2 views=100
            12:00 v1 by=ann sound=s1 views=200
            12:00 v2 by=bob sound=s2 views=100
            18:00 v1 by=ann sound=s1 views=220
            18:00 v2 by=bob sound=s2 views=100
            23:00 v1 by=ann sound=s1 views=240
            23:00 v2 by=bob sound=s2 views=100
            23:20 v1 by=ann sound=s1 views=240
            23:20 v2 by=bob sound=s2 views=100
            """).onDayAfter("""
            05:00 v1 by=ann sound=s1 views=300
            05:00 v2 by=bob sound=s2 views=300
            11:00 v1 by=ann sound=s1 views=300
            11:00 v2 by=bob sound=s2 views=300
            17:00 v1 by=ann sound=s1 views=300
            17:00 v2 by=bob sound=s2 views=300
            23:00 v1 by=ann sound=s1 views=300
            23:00 v2 by=bob sound=s2 views=300
            """).row(Window.DAY, Readings.at("23:00").plus(Duration.ofDays(1)));

        assertThat(hourly.value(Metric.NOVELTY_INDEX)).hasValue(0.5);
    }

    @Test
    void coverageDoesNotDependOnWhichVideoWasReadFirst() {
        String readings = """
            08:10 v1 views=100
            08:20 v2 views=100
            08:30 v3 views=100
            09:00 v1 views=100
            09:00 v2 views=100
            09:00 v3 views=100
            09:06 v1 views=110
            09:12 v2 views=110
            09:18 v3 views=110
            """;

        assertThat(Readings.of(readings).row(Window.HOUR, "10:00").backing().coverage()).isEqualTo(0.2);
        assertThat(Readings.of(readings.replace("08:10 v1 views=100\n", "")).row(Window.HOUR, "10:00").backing()
                .coverage()).isEqualTo(0.2);
    }

    @Test
    void hashtagBornInTheWindowIsNewAndFullyNovel() {
        MetricRow row = Readings.of("""
            10:30 v1 by=ann born=10:10 views=40
            10:45 v1 by=ann born=10:10 views=60
            11:00 v1 by=ann born=10:10 views=90
            """).row(Window.HOUR, "11:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(90);
        assertThat(row.value(Metric.NEW_VIDEOS)).hasValue(1);
        assertThat(row.isNew()).isTrue();
        assertThat(row.value(Metric.NOVELTY_INDEX)).hasValue(1);
        assertThat(row.backing().coverage()).isEqualTo(1);
    }

    @Test
    void newbornDoesNotMakeAnEntityNewWhoseOtherVideoIsMerelyUnread() {
        MetricRow row = Readings.of(LONG_UNREAD).onDay(3, NEWBORN).row(Window.HOUR, 3, "11:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(90);
        assertThat(row.isNew()).isFalse();
        assertThat(row.absence(Metric.VELOCITY)).hasValue(Absence.NO_PREVIOUS_WINDOW);
        assertThat(row.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.HISTORY_TOO_SHORT);
    }

    @Test
    void videoUnreadForAWeekIsForgotten() {
        MetricRow row = Readings.of(LONG_UNREAD).onDay(9, NEWBORN).row(Window.HOUR, 9, "11:00");

        assertThat(row.isNew()).isTrue();
        assertThat(row.value(Metric.NOVELTY_INDEX)).hasValue(1);
    }

    @Test
    void newbornDoesNotMakeAnEntityNewWhoseOwnCountersWereThereBefore() {
        MetricRow row = Readings.of("""
            01:00 #tag views=5000003
            01:30 #tag views=5000103
            02:00 #tag views=5000203
            10:00 #tag views=5003003
            10:30 #tag views=5003103
            11:00 #tag views=5003203
            """ + NEWBORN).row(Window.HOUR, "11:00");

        assertThat(row.backing().basis()).isEqualTo(Basis.VIDEOS);
        assertThat(row.isNew()).isFalse();
        assertThat(row.absence(Metric.VELOCITY)).hasValue(Absence.NO_PREVIOUS_WINDOW);
        assertThat(row.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.HISTORY_TOO_SHORT);
    }

    @Test
    void newbornCountsFromItsFirstReadingOn() {
        MetricRow row = Readings.of("""
            09:00 v1 by=ann views=100
            09:30 v1 by=ann views=110
            10:00 v1 by=ann views=120
            10:30 v1 by=ann views=130
            11:00 v1 by=ann views=140
            10:45 v2 by=bob born=10:10 views=40
            """).row(Window.HOUR, "11:00");

        assertThat(row.value(Metric.NEW_VIDEOS)).hasValue(1);
        assertThat(row.value(Metric.VOLUME)).hasValue(2);
        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(60);
    }

    @Test
    void newbornAloneMakesNoWindowShorterThanTheUsualCadenceOfTheOthers() {
        Readings readings = Readings.of("""
            08:00 v1 by=ann views=100
            09:00 v1 by=ann views=110
            10:00 v1 by=ann views=120
            10:15 v2 by=bob born=10:05 views=40
            """);

        assertThatThrownBy(() -> readings.row(Window.QUARTER_HOUR, "10:15")).isInstanceOf(NoSuchElementException.class);
        assertThat(Readings.of("10:15 v2 by=bob born=10:05 views=40").row(Window.QUARTER_HOUR, "10:15")
                .value(Metric.VOLUME)).hasValue(1);
    }

    @Test
    void newVideosAreUnknownInWindowsHardlyLongerThanTheStepBetweenReadings() {
        Readings readings = Readings.of("""
            09:00 v1 born=08:50 views=100
            09:15 v1 born=08:50 views=110
            09:30 v1 born=08:50 views=120
            09:45 v1 born=08:50 views=130
            10:00 v1 born=08:50 views=140
            """);

        assertThat(readings.row(Window.QUARTER_HOUR, "10:00").absence(Metric.NEW_VIDEOS))
                .hasValue(Absence.READ_TOO_SELDOM);
        assertThat(readings.row(Window.HOUR, "10:00").value(Metric.NEW_VIDEOS)).hasValue(0);
    }

    @Test
    void videosThatAreNoLongerReadAreMissingCoverageAndNoFallInVolume() {
        Readings readings = Readings.of("""
            00:00 v1 views=1
            """);
        for (int day = 0; day < 4; day++) {
            for (int hour = 0; hour < 24; hour += 6) {
                for (int video = 1; video <= (day < 2 ? 3 : 1); video++) {
                    readings.onDay(day, "%02d:00 v%d views=%d".formatted(hour, video, 24 * day + hour + 1));
                }
            }
        }

        assertThat(readings.row(Window.DAY, 1, "18:00").value(Metric.VOLUME)).hasValue(3);
        MetricRow dark = readings.row(Window.DAY, 2, "18:00");
        assertThat(dark.backing().coverage()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(dark.absence(Metric.VOLUME)).hasValue(Absence.COVERAGE_TOO_LOW);
        MetricRow after = readings.row(Window.DAY, 3, "18:00");
        assertThat(after.value(Metric.VOLUME)).hasValue(1);
        assertThat(after.absence(Metric.VELOCITY)).hasValue(Absence.NO_PREVIOUS_WINDOW);
    }

    @Test
    void creatorsAreUnknownWhereThoseOfMostViewsAre() {
        MetricRow row = Readings.of("""
            09:00 v1 by=ann views=100
            09:00 v2 views=100
            10:00 v1 by=ann views=110
            10:00 v2 views=190
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.VOLUME)).hasValue(2);
        assertThat(row.absence(Metric.UNIQUE_CREATORS)).hasValue(Absence.CREATORS_UNKNOWN);
        assertThat(row.absence(Metric.CREATOR_DISPERSION)).hasValue(Absence.CREATORS_UNKNOWN);
        assertThat(row.absence(Metric.TOP_CREATOR_SHARE)).hasValue(Absence.CREATORS_UNKNOWN);
        assertThat(row.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.CREATORS_UNKNOWN);
    }

    @Test
    void hoursAreUnknownWhereThoseOfMostViewsAre() {
        Readings readings = Readings.of("00:00 v1 views=1");
        for (int day = 0; day < 2; day++) {
            for (int hour = 0; hour < 24; hour++) {
                readings.onDay(day, "%02d:00 v1 views=%d".formatted(hour, 24 * day + hour + 1));
                if (hour % 6 == 0) {
                    readings.onDay(day, "%02d:00 v2 views=%d".formatted(hour, 1000 * (24 * day + hour) + 1));
                }
            }
        }

        MetricRow row = readings.row(Window.DAY, 1, "18:00");

        assertThat(row.value(Metric.VIEWS_GAINED)).hasValue(24_024);
        assertThat(row.absence(Metric.TIME_CONCENTRATION)).hasValue(Absence.HOURS_NOT_MEASURED);
    }

    @Test
    void videoReadTooLittleInTheDayBeforeIsNoPartOfTheBaseline() {
        Readings readings = Readings.of("09:00 v1 by=ann views=1");
        for (int hour = 10; hour < 24; hour++) {
            readings.onDay(0, "%02d:00 v1 by=ann views=%d".formatted(hour, hour));
        }
        for (int hour = 0; hour <= 10; hour++) {
            readings.onDay(1, "%02d:00 v1 by=ann views=%d".formatted(hour, 24 + hour));
        }
        readings.onDay(1, """
            07:00 v2 by=bob views=100
            08:00 v2 by=bob views=200
            09:00 v2 by=bob views=300
            10:00 v2 by=bob views=400
            """);

        assertThat(readings.row(Window.HOUR, 1, "10:00").value(Metric.NOVELTY_INDEX)).hasValue(0.5);
    }

    @Test
    void videoWhoseViewsRoundingHidesLeavesTheRatesToTheOthers() {
        MetricRow row = Readings.of("""
            09:00 v1 by=ann views=1001 likes=10
            09:00 v2 by=ann views=1200000 likes=120001
            10:00 v1 by=ann views=1101 likes=15
            10:00 v2 by=ann views=1200000 likes=120501
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.LIKE_RATE)).hasValue(0.05);
    }

    @Test
    void sharesOfViewsThatRoundingHidesAreWithinRounding() {
        MetricRow row = Readings.of("""
            09:00 v1 by=ann views=1200000
            10:00 v1 by=ann views=1200000
            """).row(Window.HOUR, "10:00");

        assertThat(row.value(Metric.UNIQUE_CREATORS)).hasValue(0);
        assertThat(row.absence(Metric.CREATOR_DISPERSION)).hasValue(Absence.WITHIN_ROUNDING);
        assertThat(row.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.WITHIN_ROUNDING);
    }

    @Test
    void inputsHashTellsApartWhatVideosAreAndHowTheyWereReadByAnySource() {
        String readings = """
            09:00 v1 by=ann sound=s1 views=100
            09:00 v1 by=ann sound=s1 source=other views=100
            09:00 v2 views=500
            09:30 v2 views=600
            22:00 v1 by=ann sound=s1 views=300
            22:30 v1 by=ann sound=s1 views=310
            22:40 v1 by=ann sound=s1 source=other views=190
            23:00 v1 by=ann sound=s1 views=320
            """;
        long hash = hash(readings);

        assertThat(hash(readings)).isEqualTo(hash);
        assertThat(hash(readings.replace("by=ann", "by=eve"))).isNotEqualTo(hash);
        assertThat(hash(readings.replace("sound=s1", "sound=s2"))).isNotEqualTo(hash);
        assertThat(hash(readings.replace("sound=s1", "sound=s1 born=08:50"))).isNotEqualTo(hash);
        assertThat(hash(readings.replace("views=190", "views=191"))).isNotEqualTo(hash);
    }

    @Test
    void inputsHashTellsApartTheBaselineOfVideosThatAreNoLongerRead() {
        String readings = """
            01:00 v2 views=500
            09:40 v2 views=600
            21:00 v1 views=290
            22:00 v1 views=300
            """;

        assertThat(hash(readings.replace("views=500", "views=501"), "22:00"))
                .isNotEqualTo(hash(readings, "22:00"));
    }

    private static long hash(String readings) {
        return hash(readings, "23:00");
    }

    private static long hash(String readings, String end) {
        return Readings.of(readings).row(Window.HOUR, end).backing().inputsHash();
    }
}
