package dev.upswell.server.trend.compute;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes readings for tests.
public final class Readings {

    private Readings() {
    }

    /// A reading of views.
    public static Observation views(EntityId entity, Instant at, long views) {
        return new Observation(entity, "test", at, Counts.views(Count.exact(views)));
    }

    /// A reading of views with a tenth as many likes.
    public static Observation engaged(EntityId entity, Instant at, long views) {
        return new Observation(entity, "test", at, new Counts(Count.exact(views), Count.exact(views / 10),
                Count.exact(views / 100), Count.exact(views / 200), null, null, null));
    }

    /// Hourly readings of steady growth.
    public static List<Observation> hourly(EntityId entity, Instant from, int hours, long start, long perHour) {
        List<Observation> readings = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            readings.add(views(entity, from.plus(Duration.ofHours(hour)), start + hour * perHour));
        }
        return readings;
    }
}
