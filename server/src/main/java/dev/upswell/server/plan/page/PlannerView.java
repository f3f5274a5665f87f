package dev.upswell.server.plan.page;

import dev.upswell.fyp.Slot;
import dev.upswell.server.heat.HeatMap;
import dev.upswell.server.heat.WeekHeat;
import dev.upswell.server.plan.PlannedSlot;
import dev.upswell.server.plan.PlannedWeek;
import dev.upswell.server.plan.PlannedWeek.Came;
import dev.upswell.server.plan.PlannedWeek.Placed;
import dev.upswell.server.plan.SlotState;
import dev.upswell.server.plan.SlotText;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A week of the planner, as its page shows it.
///
/// @param proposed how many slots wait for a decision
/// @param open how many posts are wanted and have no slot
record PlannerView(PlannedWeek week, List<Day> days, HeatMap map, long proposed, int open) {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /// A day with its slots.
    record Day(String name, LocalDate date, List<Card> cards) {
    }

    /// A slot.
    ///
    /// @param clock when, by the clocks of the reader
    /// @param field the same, as forms take it
    /// @param tone of the chip of its state
    /// @param expected score with its interval; null where nothing is known
    /// @param score of what came of it; null while there is none
    record Card(PlannedSlot slot, String clock, String field, String state, String tone, String basis,
            @Nullable String expected, String why, boolean proposed, boolean changeable, @Nullable Came came,
            @Nullable String score) {

        /// Whether it was proposed to learn from.
        public boolean explores() {
            return basis.equals("exploration");
        }
    }

    /// What writes for the reader.
    record Writing(Words words, Figures figures, Times times) {
    }

    static PlannerView of(PlannedWeek seen, Writing writing, Instant now) {
        SlotText text = new SlotText(writing.words(), writing.figures(), writing.times());
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate date = seen.week().monday().plusDays(i);
            days.add(new Day(writing.words().say("fyp.day." + date.getDayOfWeek().name().toLowerCase(Locale.ROOT)),
                    date,
                    seen.slots().stream()
                            .filter(one -> LocalDate.ofInstant(one.slot().at(), seen.week().zone()).equals(date))
                            .map(one -> card(one, text, writing, seen, now)).toList()));
        }
        Map<Slot, Integer> planned = new HashMap<>();
        seen.standing().forEach(one -> planned.merge(Slot.of(one.slot().at(), seen.week().zone()), 1, Integer::sum));
        return new PlannerView(seen, days,
                new WeekHeat(writing.words(), writing.figures()).map(seen.evidence(), planned), seen.proposed(),
                seen.open());
    }

    private static Card card(Placed placed, SlotText text, Writing writing, PlannedWeek seen, Instant now) {
        PlannedSlot slot = placed.slot();
        Came came = placed.came();
        Double score = came == null ? null : came.score();
        boolean ahead = slot.at().isAfter(now);
        boolean open = slot.state() != SlotState.DECLINED && slot.state() != SlotState.PUBLISHED;
        return new Card(slot, writing.times().clock(slot.at()), FIELD.format(slot.at().atZone(seen.week().zone())),
                slot.state().word(), switch (slot.state()) {
                    case ACCEPTED, MOVED, PUBLISHED -> "rise";
                    case PROPOSED, DECLINED -> "";
                }, slot.ground().basis().word(), text.expected(slot.ground()), text.why(slot),
                slot.state() == SlotState.PROPOSED && ahead, open, came,
                score == null ? null : writing.figures().score(score, 0));
    }

    /// Whether anything is planned, declined slots too.
    public boolean hasSlots() {
        return !week.slots().isEmpty();
    }
}
