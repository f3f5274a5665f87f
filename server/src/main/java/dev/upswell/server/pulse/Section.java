package dev.upswell.server.pulse;

import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Part of pages that shows what events change; a template marks it with `data-live`.
public enum Section {
    /// The table of what moves.
    TRENDS,
    /// The numbers of one thing.
    ENTITY,
    /// What came in.
    DATA,
    /// What a person should know of, and how much of it nobody has seen.
    ALERTS,
    /// What the agents do.
    AGENTS;

    private static final Set<EventType> ALERTING = EnumSet.of(EventType.RULE_ALERT, EventType.DRIFT_ALERT,
            EventType.VIDEO_ALARM, EventType.ALERT_ACKNOWLEDGED);
    private static final Set<EventType> MOVING = EnumSet.of(EventType.METRIC_DONE, EventType.PREDICT_DONE);

    /// How templates and streams call it, such as `trends`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The sections that may show something else after this event.
    static Set<Section> changedBy(Event event) {
        Set<Section> changed = EnumSet.of(AGENTS);
        EventType type = event.known().orElse(null);
        if (type != null && MOVING.contains(type)) {
            changed.addAll(EnumSet.of(TRENDS, ENTITY, DATA));
        }
        if (type != null && ALERTING.contains(type)) {
            changed.add(ALERTS);
        }
        if (type == EventType.SCORE_DONE || type == EventType.OUTCOMES_SETTLED) {
            changed.add(ENTITY);
        }
        if (event.role() == Role.INGESTION) {
            changed.add(DATA);
        }
        return changed;
    }
}
