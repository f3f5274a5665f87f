package dev.upswell.server.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @Test
    void aPeriodFallsOnTheQuartersOfTheHour() {
        Rule rule = Rule.of("15m");

        assertThat(rule.last(at("2026-01-05T10:16:01Z"))).isEqualTo(at("2026-01-05T10:15:00Z"));
        assertThat(rule.last(at("2026-01-05T10:15:00Z"))).isEqualTo(at("2026-01-05T10:15:00Z"));
        assertThat(rule.next(at("2026-01-05T10:15:00Z"))).isEqualTo(at("2026-01-05T10:30:00Z"));
    }

    @Test
    void aTimeOfDayIsUtc() {
        Rule rule = Rule.of("daily 02:00");

        assertThat(rule.last(at("2026-01-05T01:59:59Z"))).isEqualTo(at("2026-01-04T02:00:00Z"));
        assertThat(rule.next(at("2026-01-05T01:59:59Z"))).isEqualTo(at("2026-01-05T02:00:00Z"));
    }

    @Test
    void aDayOfTheWeekComesOnceAWeek() {
        Rule rule = Rule.of("mon 04:00");

        assertThat(rule.next(at("2026-01-05T04:00:00Z"))).isEqualTo(at("2026-01-12T04:00:00Z"));
        assertThat(rule.last(at("2026-01-05T03:00:00Z"))).isEqualTo(at("2025-12-29T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"15m", "4h", "30d", "daily 02:00", "mon 04:00", "tue,fri 05:30"})
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(Rule.of(text).text()).isEqualTo(text);
        assertThat(Rule.of("every " + text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0m", "400d", "15", "15 m", "-4h", "noon", "daily 25:00", "mon", "foo 04:00",
            "mon,,tue 04:00",
            "999999999h"})
    void whatIsNoCadenceIsToldWithWhatIs(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rule.of(text)).withMessageContaining("4h");
    }

    @Property
    void slotsFollowOneAnotherWithoutAGap(@ForAll @IntRange(min = 1, max = 5_000) int minutes,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        for (Rule rule : new Rule[]{Rule.every(Duration.ofMinutes(minutes)), Rule.daily(minutes % 24, minutes % 60),
                Rule.of("tue,fri 05:00")}) {
            Instant now = Instant.ofEpochSecond(second);
            Instant last = rule.last(now);
            Instant next = rule.next(now);
            assertThat(last).isBeforeOrEqualTo(now);
            assertThat(next).isAfter(now);
            assertThat(rule.next(last)).isEqualTo(next);
            assertThat(rule.last(next.minusNanos(1))).isEqualTo(last);
        }
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
