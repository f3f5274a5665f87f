package dev.upswell.server.trend.page.stored;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLog;
import dev.upswell.server.event.EventType;
import dev.upswell.server.trend.page.Mark;
import dev.upswell.server.trend.page.Marks;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Marks from the event log: which model serves, drift, and what was wrong with sources.
///
/// Events that say as of when the world was known are marked there, so that data which are taken in later are marked where they lie.
public final class EventMarks implements Marks {

    private static final List<EventType> MARKED = List.of(EventType.MODEL_PROMOTED, EventType.MODEL_ROLLED_BACK,
            EventType.DRIFT_ALERT, EventType.QUALITY_BLOCK, EventType.SOURCE_FROZEN, EventType.SOURCE_MOVES_AGAIN,
            EventType.ANSWERS_REPLAYED);
    private static final List<String> ABOUT = List.of("task", "source", "subject");
    private static final int LOOKED_AT = 200;
    private static final int MOST = 12;

    private final EventLog events;

    public EventMarks(EventLog events) {
        this.events = events;
    }

    @Override
    public List<Mark> of(EntityId entity, Instant from, Instant until) {
        List<Mark> marks = events.list(EventFilter.ALL.of(MARKED), LOOKED_AT, 0).stream()
                .filter(event -> concerns(event, entity.kind())).map(EventMarks::mark)
                .filter(mark -> !mark.at().isBefore(from) && !mark.at().isAfter(until))
                .sorted(Comparator.comparing(Mark::at)).toList();
        return marks.subList(Math.max(0, marks.size() - MOST), marks.size());
    }

    /// What is of models concerns the kind that they foretell; all else concerns everybody.
    private static boolean concerns(Event event, EntityKind kind) {
        return !(event.facts().get("task") instanceof String task) || task.startsWith(kind.label() + "/");
    }

    private static Mark mark(Event event) {
        return new Mark(when(event), event.type(), Stream.of(event).flatMap(one -> ABOUT.stream().map(one.facts()::get))
                .filter(String.class::isInstance).map(String.class::cast).findFirst().orElse(""));
    }

    private static Instant when(Event event) {
        try {
            return event.facts().get("asOf") instanceof String asOf ? Instant.parse(asOf) : event.at();
        } catch (DateTimeException unreadable) {
            return event.at();
        }
    }
}
