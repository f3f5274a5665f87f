package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-01-14T14:06:30Z");

    private final Times times = new Times(TestWords.english(), InstantSource.fixed(NOW));

    @Test
    void agesAreToldInTheLargestFittingUnit() {
        assertThat(plain(times.ago(NOW.minusSeconds(20)))).isEqualTo("just now");
        assertThat(plain(times.ago(NOW.minus(Duration.ofMinutes(6))))).isEqualTo("6 min ago");
        assertThat(plain(times.ago(NOW.minus(Duration.ofHours(3))))).isEqualTo("3 h ago");
        assertThat(plain(times.ago(NOW.minus(Duration.ofDays(9))))).isEqualTo("9 days ago");
        assertThat(plain(times.ago(NOW.plus(Duration.ofHours(24))))).isEqualTo("in 24 h");
    }

    @Test
    void momentsNameTheZoneAndTheDay() {
        assertThat(plain(times.moment(Instant.parse("2026-01-14T09:00:00Z")))).isEqualTo("today 09:00 UTC");
        assertThat(plain(times.moment(Instant.parse("2026-01-13T23:59:00Z")))).isEqualTo("yesterday 23:59 UTC");
        assertThat(plain(times.moment(Instant.parse("2025-07-01T00:00:00Z")))).isEqualTo("1 Jul 2025, 00:00 UTC");
    }

    @Test
    void momentsAreToldInTheZoneAndTheWordsOfTheReader() {
        var indonesian = new Times(TestWords.indonesian(), InstantSource.fixed(NOW));
        LocaleContextHolder.setLocaleContext(
                new SimpleTimeZoneAwareLocaleContext(Locale.UK, TimeZone.getTimeZone("Asia/Jakarta")));
        try {
            assertThat(plain(times.moment(Instant.parse("2026-01-14T16:59:00Z")))).isEqualTo("today 23:59 WIB");
            assertThat(plain(indonesian.moment(Instant.parse("2026-01-13T17:00:00Z")))).isEqualTo("hari ini 00.00 WIB");
            assertThat(plain(indonesian.moment(Instant.parse("2025-05-31T18:30:00Z"))))
                    .isEqualTo("1 Jun 2025, 01.30 WIB");
            assertThat(plain(indonesian.day(Instant.parse("2025-05-31T18:30:00Z")))).isEqualTo("31 Mei 2025");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void anHourIsAnHour() {
        assertThat(plain(times.length(Duration.ofHours(1)))).isEqualTo("1 h");
        assertThat(plain(times.length(Duration.ofMinutes(15)))).isEqualTo("15 min");
        assertThat(plain(times.length(Duration.ofDays(14)))).isEqualTo("14 days");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void sentencesThatAreKeptHaveTheDateInEnglishWhateverTheDay() {
        assertThat(Times.kept(Instant.parse("2025-03-01T06:00:59Z"))).isEqualTo("1 Mar 2025, 06:00 UTC");
    }
}
