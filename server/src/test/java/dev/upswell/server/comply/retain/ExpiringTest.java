package dev.upswell.server.comply.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiringTest {

    private static final Instant NOW = Instant.parse("2026-06-20T12:00:00Z");

    private static Instant due(String table, int days) {
        return Expiring.TABLES.stream().filter(one -> one.name().equals(table)).findFirst().orElseThrow().before(NOW,
                days);
    }

    @Test
    void whatTheMonthsCeilingIsCountedFromStaysHoweverFewDaysLogsAreKept() {
        assertThat(due("event_log", 1)).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(due("source_request", 1)).isEqualTo(Instant.parse("2026-05-31T23:00:00Z"));
        assertThat(due("answer_reuse", 1)).isEqualTo(Instant.parse("2026-05-31T23:00:00Z"));
        assertThat(due("source_request", 90)).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }
}
