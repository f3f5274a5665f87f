package dev.upswell.server.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final Cadence quarterly = Cadence.of(Rule.of("15m"));

    @Test
    void nothingIsDueBeforeTheNextSlot() {
        assertThat(quarterly.plan(START, at("10:14:59"))).isEqualTo(new Cadence.Plan(0, null, null));
    }

    @Test
    void aSlotIsDueAtItsInstant() {
        assertThat(quarterly.plan(START, at("10:15:00"))).isEqualTo(new Cadence.Plan(0, null, at("10:15:00")));
    }

    @Test
    void ofMissedSlotsOnlyTheNewestIsMadeUpForUnlessTheBacklogHoldsMore() {
        assertThat(quarterly.plan(START, at("11:20:00")))
                .isEqualTo(new Cadence.Plan(4, at("11:00:00"), at("11:15:00")));
        assertThat(quarterly.backlog(3).plan(START, at("11:20:00")))
                .isEqualTo(new Cadence.Plan(2, at("10:30:00"), at("10:45:00")));
        assertThat(quarterly.backlog(5).plan(START, at("11:20:00")))
                .isEqualTo(new Cadence.Plan(0, null, at("10:15:00")));
    }

    @Test
    void skippedSlotsAreNotMadeUpForAndALateOneIsMissed() {
        assertThat(quarterly.skipping().plan(START, at("11:20:00")))
                .isEqualTo(new Cadence.Plan(5, at("11:15:00"), null));
        assertThat(quarterly.skipping().plan(START, at("11:18:00")))
                .isEqualTo(new Cadence.Plan(4, at("11:00:00"), at("11:15:00")));
    }

    @Test
    void whatIsOffOrHasNoTimesIsNeverDue() {
        var off = new Cadence(Rule.of("15m"), false, Cadence.Missed.CATCH_UP, 1, false);

        assertThat(off.plan(START, at("12:00:00")).next()).isNull();
        assertThat(off.next(START)).isEmpty();
        assertThat(Cadence.newData().plan(START, at("12:00:00")).next()).isNull();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + "Z");
    }
}
