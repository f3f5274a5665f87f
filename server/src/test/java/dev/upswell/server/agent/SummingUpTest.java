package dev.upswell.server.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummingUpTest {

    private final Bench bench = new Bench();

    @Test
    void theSummaryOfADayAddsUpWhatHappenedOnItAndNothingElse() {
        happened("INGEST_DONE", "{\"requests\": 3, \"pages\": 3, \"stored\": 40}", "2026-01-04T00:00:00Z");
        happened("INGEST_DONE", "{\"requests\": 2, \"pages\": 1, \"stored\": 1200}", "2026-01-04T23:59:59Z");
        happened("INGEST_DONE", "{\"requests\": 99, \"pages\": 99, \"stored\": 99}", "2026-01-05T00:00:00Z");
        happened("DRIFT_ALERT", "{}", "2026-01-04T12:00:00Z");

        DaySummary summary = bench.agents().sumUp(turn(Turn.Reason.CADENCE));

        assertThat(summary.day()).isEqualTo(LocalDate.parse("2026-01-04"));
        assertThat(summary.lines()).contains(
                "Collected: 5 requests, 4 pages, 1,240 items that said something new.", "Alerts of drift: 1.",
                "No forecasts were made.", "Jobs: 0 runs done, 0 failed.");
        assertThat(bench.agents().summaries(5, 0)).containsExactly(summary);
    }

    @Test
    void askedByHandItIsOfTheDayAsFarAsItHasGone() {
        happened("PREDICT_DONE", "{\"stored\": 7}", "2026-01-05T09:00:00Z");
        bench.now = Bench.START.plus(Duration.ofHours(1));

        DaySummary summary = bench.agents().sumUp(turn(Turn.Reason.HAND));

        assertThat(summary.until()).isEqualTo(bench.now);
        assertThat(summary.lines()).contains("Forecasts: 7 stored.", "Nothing was collected from providers.");
        assertThat(summary.said()).hasSameSizeAs(summary.lines()).contains(
                new DaySummary.Said("PREDICT_DONE", List.of(7L)), new DaySummary.Said("INGEST_DONE.none", List.of()));
    }

    private static Turn turn(Turn.Reason reason) {
        return new Turn(Instant.parse("2026-01-05T00:10:00Z"), reason, null, false);
    }

    private void happened(String type, String facts, String at) {
        bench.execute("insert into event_log (type, slice, payload, occurred_at) values ('%s', 'x', '%s', '%s')"
                .formatted(type, facts, at));
    }
}
