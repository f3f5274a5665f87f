package dev.upswell.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static QuietHours berlin(String from, String until) {
        return QuietHours.of(from, until, "Europe/Berlin", true);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05T20:59:59Z, false", "2026-01-05T21:00:00Z, true", "2026-01-06T05:59:59Z, true",
            "2026-01-06T06:00:00Z, false", "2026-07-05T19:59:59Z, false", "2026-07-05T20:00:00Z, true",
            "2026-07-06T05:00:00Z, false"})
    void theyFollowTheClockOfTheirZoneInWinterAndInSummer(Instant at, boolean quiet) {
        assertThat(berlin("22:00", "07:00").areOn(at)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05T11:59:00Z, false", "2026-01-05T12:00:00Z, true", "2026-01-05T14:00:00Z, false"})
    void theyMayLieWithinADay(Instant at, boolean quiet) {
        assertThat(berlin("13:00", "15:00").areOn(at)).isEqualTo(quiet);
    }

    @Test
    void theNightInWhichClocksAreSetForwardIsAnHourShorter() {
        QuietHours night = berlin("22:00", "07:00");

        assertThat(night.end(Instant.parse("2026-03-28T21:00:00Z"))).hasValue(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(night.areOn(Instant.parse("2026-03-29T04:59:59Z"))).isTrue();
        assertThat(night.areOn(Instant.parse("2026-03-29T05:00:00Z"))).isFalse();
    }

    @Test
    void theNightInWhichClocksAreSetBackIsAnHourLonger() {
        QuietHours night = berlin("22:00", "07:00");

        assertThat(night.end(Instant.parse("2026-10-24T20:00:00Z"))).hasValue(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(night.areOn(Instant.parse("2026-10-25T05:59:59Z"))).isTrue();
        assertThat(night.areOn(Instant.parse("2026-10-25T06:00:00Z"))).isFalse();
    }

    @Test
    void anEndThatClocksSkipIsTheChangeItself() {
        assertThat(berlin("22:00", "02:30").end(Instant.parse("2026-03-28T23:00:00Z")))
                .hasValue(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(berlin("02:30", "07:00").areOn(Instant.parse("2026-03-29T00:59:59Z"))).isFalse();
        assertThat(berlin("02:30", "07:00").areOn(Instant.parse("2026-03-29T01:00:00Z"))).isTrue();
    }

    @Test
    void anEndThatComesTwiceIsTheSecondAndABeginningTheFirst() {
        QuietHours ending = berlin("22:00", "02:30");
        assertThat(ending.areOn(Instant.parse("2026-10-25T00:45:00Z"))).isTrue();
        assertThat(ending.end(Instant.parse("2026-10-24T21:00:00Z"))).hasValue(Instant.parse("2026-10-25T01:30:00Z"));

        QuietHours beginning = berlin("02:30", "07:00");
        assertThat(beginning.areOn(Instant.parse("2026-10-25T00:29:59Z"))).isFalse();
        assertThat(beginning.areOn(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(beginning.areOn(Instant.parse("2026-10-25T01:15:00Z"))).isTrue();
    }

    @Test
    void everyMinuteOfAYearBelongsToOneStretchOfEachNight() {
        QuietHours night = berlin("02:30", "03:30");
        int stretches = 0;
        boolean before = false;
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        for (Instant at = Instant.parse("2026-01-01T00:00:00Z"); at
                .isBefore(end); at = at.plus(Duration.ofMinutes(5))) {
            boolean now = night.areOn(at);
            stretches += now && !before ? 1 : 0;
            before = now;
        }
        assertThat(stretches).isEqualTo(365);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> berlin("22", "07:00"))
                .withMessageStartingWith("time (22) must be hours and minutes");
        assertThatIllegalArgumentException().isThrownBy(() -> berlin("22:00", "22:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> QuietHours.of("22:00", "07:00", "Berlin", true))
                .withMessageStartingWith("time zone (Berlin) must be one that is known");
    }
}
