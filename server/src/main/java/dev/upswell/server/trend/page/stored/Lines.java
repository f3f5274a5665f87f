package dev.upswell.server.trend.page.stored;

import dev.upswell.content.EntityId;
import dev.upswell.server.trend.Reading;
import dev.upswell.server.web.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Levels of several entities as points, some sixty to a line, with a gap where readings are missing.
final class Lines {

    private static final int POINTS = 60;
    private static final Duration LONGEST_BRIDGE = Duration.ofHours(12);

    private final Map<EntityId, List<Reading.Level>> levels;
    private final Duration step;

    Lines(Map<EntityId, List<Reading.Level>> levels, int days) {
        this.levels = levels;
        this.step = step(days);
    }

    /// How far apart points lie when a line covers so many days.
    static Duration step(int days) {
        return Duration.ofDays(days).dividedBy(POINTS);
    }

    /// The line of the entity that this row is about.
    List<Point> of(dev.upswell.trend.MetricRow row) {
        Duration usual = Duration.ofSeconds(row.backing().cadenceSeconds());
        return points(levels.getOrDefault(row.entity(), List.of()),
                longest(longest(LONGEST_BRIDGE, usual.multipliedBy(3)),
                        step.multipliedBy(3)));
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static List<Point> points(List<Reading.Level> levels, Duration bridge) {
        List<Point> points = new ArrayList<>();
        Reading.Level before = null;
        for (Reading.Level level : levels) {
            if (before != null && Duration.between(before.at(), level.at()).compareTo(bridge) > 0) {
                points.add(new Point(before.at().plus(Duration.between(before.at(), level.at()).dividedBy(2)), null));
            }
            points.add(new Point(level.at(), (double) level.views()));
            before = level;
        }
        return points;
    }
}
