package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Issue;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/// Counts issues by type, source and entity, with the latest as the example.
final class IssueTally {

    static final String FELL = "COUNT_WENT_BACKWARDS";
    static final String ENGAGEMENT = "ENGAGEMENT_ABOVE_VIEWS";

    private final TreeMap<String, Line> lines = new TreeMap<>();

    /// Issues of one type, source and entity. `detail` tells the latest in words.
    record Line(String type, String source, EntityId entity, Instant first, Instant last, long occurrences,
            String detail) {

        private Line plus(Line other) {
            boolean later = other.last.isAfter(last);
            return new Line(type, source, entity, other.first.isBefore(first) ? other.first : first,
                    later ? other.last : last, occurrences + other.occurrences, later ? other.detail : detail);
        }
    }

    void add(Issue issue) {
        switch (issue) {
            case Issue.CountWentBackwards fell -> add(FELL, fell, fell.counter().label() + " fell from " + fell.before()
                    + " to " + fell.after());
            case Issue.EngagementAboveViews above -> add(ENGAGEMENT, above, above.engagements()
                    + " likes, comments and shares against " + above.views() + " views gained");
            case Issue.FutureTimestamp future -> {
                // Importers refuse and count these.
            }
            case Issue.ImplausiblyOldTimestamp old -> {
                // Importers refuse and count these.
            }
            case Issue.TooLateForOperator late -> {
                // Arises in streams only: here late readings are computed from the store.
            }
        }
    }

    private void add(String type, Issue issue, String detail) {
        Line line = new Line(type, issue.source(), issue.entity(), issue.at(), issue.at(), 1, detail);
        lines.merge(type + "\n" + issue.source() + "\n" + issue.entity().kind() + "\n" + issue.entity().value(), line,
                Line::plus);
    }

    Collection<Line> lines() {
        return lines.values();
    }
}
