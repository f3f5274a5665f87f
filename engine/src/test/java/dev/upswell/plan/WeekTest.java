package dev.upswell.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.fyp.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(Week week, DayOfWeek day, int hour) {
        return week.hours().stream().filter(one -> one.slot().equals(new Slot(day, hour))).map(Week.Hour::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNextWeekBeginsOnTheMondayAfterByTheClocksOfTheZone() {
        Instant sundayEvening = Instant.parse("2026-03-01T18:00:00Z");

        assertThat(Week.after(sundayEvening, ZoneId.of("UTC")).monday()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(Week.after(sundayEvening, ZoneId.of("Asia/Jakarta")).monday()).as("Monday there already")
                .isEqualTo(LocalDate.parse("2026-03-09"));
        assertThat(new Week(LocalDate.parse("2026-03-02"), ZoneId.of("Asia/Jakarta")).begin())
                .isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
    }

    @Test
    void anHourThatClocksLeaveOutIsNotThere() {
        Week spring = new Week(LocalDate.parse("2026-03-23"), BERLIN);

        assertThat(spring.hours()).hasSize(167).extracting(Week.Hour::slot)
                .doesNotContain(new Slot(DayOfWeek.SUNDAY, 2));
        assertThat(at(spring, DayOfWeek.SATURDAY, 19)).isEqualTo(Instant.parse("2026-03-28T18:00:00Z"));
        assertThat(at(spring, DayOfWeek.SUNDAY, 19)).isEqualTo(Instant.parse("2026-03-29T17:00:00Z"));
    }

    @Test
    void anHourThatClocksShowTwiceStandsForItsFirstTime() {
        Week autumn = new Week(LocalDate.parse("2026-10-19"), BERLIN);

        assertThat(autumn.hours()).hasSize(168);
        assertThat(at(autumn, DayOfWeek.SUNDAY, 2)).isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(autumn.end()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void aWeekBeginsOnAMonday() {
        assertThat(
                List.of(new Week(LocalDate.parse("2026-03-02"), BERLIN).contains(Instant.parse("2026-03-08T22:59:59Z")),
                        new Week(LocalDate.parse("2026-03-02"), BERLIN)
                                .contains(Instant.parse("2026-03-08T23:00:00Z"))))
                .containsExactly(true, false);
        assertThatIllegalArgumentException().isThrownBy(() -> new Week(LocalDate.parse("2026-03-03"), BERLIN))
                .withMessageStartingWith("monday (2026-03-03) must be a Monday");
    }
}
