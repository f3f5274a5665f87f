package dev.upswell.server.plan;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import dev.upswell.server.plan.PlannedSlot.Decision;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Planned slots as an iCalendar file (RFC 5545): an event of half an hour each, accepted ones confirmed, proposed ones tentative.
///
/// Times are UTC; calendars show them by their own clocks. An event keeps its id and raises its sequence when it is changed, so a
/// file that is read again moves events in place of doubling them.
public final class PlannerCalendar {

    private static final Duration LENGTH = Duration.builder().minutes(30).build();

    private final SlotText text;

    public PlannerCalendar(SlotText text) {
        this.text = text;
    }

    /// The file; without slots a calendar without events.
    ///
    /// @param now when it is made
    public String of(List<PlannedSlot> slots, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId("-//Upswell//Planner//EN");
        slots.forEach(slot -> calendar.addEvent(event(slot, now)));
        return Biweekly.write(calendar).go();
    }

    private VEvent event(PlannedSlot slot, Instant now) {
        Decision decision = slot.decision();
        VEvent event = new VEvent();
        event.setUid(slot.id() + "@upswell");
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(decision == null ? 0 : decision.changes());
        event.setDateStart(Date.from(slot.at()));
        event.setDuration(LENGTH);
        event.setSummary(text.title(slot));
        event.setDescription(text.why(slot));
        event.setStatus(slot.state() == SlotState.PROPOSED ? Status.tentative() : Status.confirmed());
        return event;
    }
}
