package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.fyp.WeekEvidence.Brought;
import dev.upswell.numeric.Dice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekEvidenceTest {

    /// A Monday.
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Slot MONDAY_NINE = new Slot(DayOfWeek.MONDAY, 9);

    private static Brought at(String time, double score) {
        return new Brought(Instant.parse(time), score, null);
    }

    @Test
    void anHourIsDrawnToAllAsIfFiveMoreVideosHadDoneAsAllDo() {
        WeekEvidence week = WeekEvidence.of(List.of(at("2026-03-02T09:10:00Z", 80), at("2026-03-02T09:50:00Z", 70),
                at("2026-03-02T12:00:00Z", 50), at("2026-03-03T12:00:00Z", 50), at("2026-03-04T12:00:00Z", 50)),
                ZoneOffset.UTC, Instant.parse("2026-03-06T00:00:00Z"));

        HourEvidence nine = week.of(MONDAY_NINE);
        assertThat(week.usual()).isEqualTo(50);
        assertThat(nine.videos()).isEqualTo(2);
        assertThat(nine.median()).isEqualTo(75);
        assertThat(nine.expected()).isCloseTo(50 + 25 * 2 / 7.0, within(1e-9));
        assertThat(week.videos()).isEqualTo(5);
    }

    @Test
    void belowTenVideosNobodyKnowsHowFarOffItMayBe() {
        assertThat(even(9).of(MONDAY_NINE).error()).isNull();
        assertThat(even(9).of(MONDAY_NINE).low()).isNull();
        assertThat(even(10).of(MONDAY_NINE).error()).isNotNull();
    }

    /// Videos of one hour, half of them at 40, half at 60.
    private static WeekEvidence even(int videos) {
        List<Brought> brought = new ArrayList<>();
        for (int i = 0; i < videos; i++) {
            brought.add(new Brought(MONDAY.plusSeconds(9 * 3600 + i), i % 2 == 0 ? 40 : 60, null));
        }
        return WeekEvidence.of(brought, ZoneOffset.UTC, Instant.parse("2026-03-06T00:00:00Z"));
    }

    @Test
    void theErrorIsThatOfTheChanceInTheHourAndOfHowHoursDiffer() {
        // Ten videos, five at 40 and five at 60: variance 1000 / 9, five sixths of it within hours.
        double within = Math.sqrt(1000 / 9.0 * 5 / 6);
        double own = 10 / 15.0;
        double nine = within * Math.sqrt(own * own * (Math.PI / 2) / 10 + (1 - own) * (1 - own) / 5);

        assertThat(even(10).of(MONDAY_NINE).error()).isCloseTo(nine, within(1e-9));
        assertThat(even(10).of(new Slot(DayOfWeek.SUNDAY, 3)).error()).isCloseTo(within * Math.sqrt(0.2), within(1e-9));
        assertThat(even(10).of(new Slot(DayOfWeek.SUNDAY, 3)).expected()).isEqualTo(50);
        assertThat(even(10).of(new Slot(DayOfWeek.SUNDAY, 3)).median()).isNull();
    }

    @Test
    void withoutVideosNothingIsExpected() {
        WeekEvidence week = WeekEvidence.of(List.of(), ZoneOffset.UTC, MONDAY);

        assertThat(week.usual()).isNull();
        assertThat(week.hours()).hasSize(168)
                .allSatisfy(hour -> assertThat(List.of(hour.videos(), hour.expected() == null, hour.error() == null))
                        .isEqualTo(List.of(0, true, true)));
    }

    @Test
    void videosThatWereNotADayOldThenDoNotCount() {
        Instant asOf = Instant.parse("2026-03-06T12:00:00Z");
        List<Brought> known = List.of(at("2026-03-05T11:59:00Z", 60));
        List<Brought> more = List.of(known.getFirst(), at("2026-03-05T12:01:00Z", 90), at("2026-03-20T09:00:00Z", 10));

        assertThat(WeekEvidence.of(more, ZoneOffset.UTC, asOf)).isEqualTo(WeekEvidence.of(known, ZoneOffset.UTC, asOf));
    }

    @Test
    void hoursAreThoseOfTheClocksOfTheZoneThroughAChangeOfClocks() {
        // Berlin puts its clocks forward on 29 March: 19:00 there is 18:00 UTC before and 17:00 UTC after.
        WeekEvidence week = WeekEvidence.of(List.of(at("2026-03-24T18:30:00Z", 70), at("2026-03-31T17:30:00Z", 70)),
                ZoneId.of("Europe/Berlin"), Instant.parse("2026-04-03T00:00:00Z"));

        assertThat(week.of(new Slot(DayOfWeek.TUESDAY, 19)).videos()).isEqualTo(2);
        assertThat(week.hours().stream().filter(hour -> hour.videos() > 0)).hasSize(1);
    }

    @Test
    void nineOfTenIntervalsHoldWhatHoursTrulyBringWhereHoursDifferAsIsAssumed() {
        int held = 0;
        int asked = 0;
        for (int world = 0; world < 20; world++) {
            Dice dice = Dice.of(7, "world", world);
            double[] truth = new double[168];
            List<Brought> brought = new ArrayList<>();
            for (int hour = 0; hour < truth.length; hour++) {
                truth[hour] = 50 + 8 * Math.sqrt(0.2) * dice.gaussian();
                for (int i = dice.below(12); i > 0; i--) {
                    brought.add(new Brought(MONDAY.plusSeconds(3600L * (hour - 168 * dice.below(8))),
                            truth[hour] + 8 * dice.gaussian(), null));
                }
            }
            WeekEvidence week = WeekEvidence.of(brought, ZoneOffset.UTC, Instant.parse("2026-03-10T00:00:00Z"));
            for (int hour = 0; hour < truth.length; hour++) {
                HourEvidence known = week.hours().get(hour);
                Double low = known.low();
                Double high = known.high();
                if (low != null && high != null) {
                    asked++;
                    held += low <= truth[hour] && truth[hour] <= high ? 1 : 0;
                }
            }
        }
        assertThat(asked).isEqualTo(20 * 168);
        assertThat((double) held / asked).isBetween(0.87, 0.95);
    }
}
