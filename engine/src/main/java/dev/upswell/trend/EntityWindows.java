package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Issue;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The incremental host of the window computation: state and observation in, state and closed windows out.
///
/// A window closes once a reading, or a watermark, lies [#ALLOWED_LATENESS] past its end. A reading that comes later than
/// that recomputes the closed windows from its time on, with the result that it would have had in time. Rows equal those
/// of [WindowsOf], which does the computing.
///
/// The operator has no memory of its own: a host keeps the [State] of each entity. It grows with the readings of the last
/// weeks, not with all.
///
/// **cost** a step that closes no window copies the readings held of one series; one that does prepares all of them. For
/// replays of long histories use [WindowsOf].
public final class EntityWindows {

    /// How late a reading may come without causing a recomputation.
    public static final Duration ALLOWED_LATENESS = Duration.ofMinutes(15);

    private final EngagementPrior prior;
    private final Duration horizon;

    /// @param horizon how far behind the closed windows a late reading may lie and still be taken in
    public EntityWindows(EngagementPrior prior, Duration horizon) {
        this.prior = prior;
        this.horizon = horizon;
    }

    /// What is held of one entity between steps.
    ///
    /// @param bornAt when it was created, for a video
    /// @param readings in order of time, by whose they are and who gave them
    /// @param videos the carrying videos met so far
    /// @param closedTo windows that end up to here were emitted; `null` before the first reading
    public record State(EntityId entity, @Nullable Instant bornAt, Map<SeriesKey, List<Observation>> readings,
            Map<EntityId, Video> videos, @Nullable Instant closedTo) {

        public State {
            Map<SeriesKey, List<Observation>> copied = new TreeMap<>();
            readings.forEach((key, series) -> copied.put(key, List.copyOf(series)));
            readings = Collections.unmodifiableMap(copied);
            videos = Map.copyOf(videos);
        }

        /// The state before any reading.
        public static State of(EntityId entity) {
            return new State(entity, null, Map.of(), Map.of(), null);
        }

        /// The state of a video before any reading.
        public static State of(Video video) {
            return new State(video.id(), video.createdAt(), Map.of(), Map.of(), null);
        }
    }

    /// Whose readings a series holds, and by which source.
    public record SeriesKey(EntityId entity, String source) implements Comparable<SeriesKey> {

        @Override
        public int compareTo(SeriesKey other) {
            int byEntity = entity.compareTo(other.entity);
            return byEntity != 0 ? byEntity : source.compareTo(other.source);
        }
    }

    /// What a step gave.
    ///
    /// @param replacedFrom where not `null`, every row emitted before with an end from here on is replaced by `rows`
    /// @param rows the windows that closed, or were recomputed
    public record Step(State state, @Nullable Instant replacedFrom, List<MetricRow> rows, List<Issue> issues) {

        public Step {
            rows = List.copyOf(rows);
            issues = List.copyOf(issues);
        }
    }

    /// Takes in a reading of the entity's own counters.
    public Step observe(State state, Observation observation) {
        if (!observation.entity().equals(state.entity())) {
            throw new IllegalArgumentException("reading (" + observation.entity() + ") must be of " + state.entity()
                    + "\nMaybe it is of a carrying video: pass the video along.");
        }
        return take(state, state.videos(), observation);
    }

    /// Takes in a reading of a video that carries the entity.
    public Step observe(State state, Video carrier, Observation observation) {
        if (!observation.entity().equals(carrier.id())) {
            throw new IllegalArgumentException(
                    "reading (" + observation.entity() + ") must be of " + carrier.id() + "\nMaybe ids were swapped.");
        }
        Map<EntityId, Video> videos = new HashMap<>(state.videos());
        videos.put(carrier.id(), carrier);
        return take(state, videos, observation);
    }

    /// Closes the windows that end up to `ALLOWED_LATENESS` before this instant, because all sources have passed it.
    public Step advance(State state, Instant watermark) {
        Instant upTo = watermark.minus(ALLOWED_LATENESS);
        Instant closed = state.closedTo();
        if (closed == null || !anyWindowEnds(closed, upTo)) {
            return new Step(state, null, List.of(), List.of());
        }
        return emit(state, closed.plusNanos(1), upTo, null);
    }

    /// Closes every window for which readings are held, because no more will come.
    public Step close(State state) {
        Instant closed = state.closedTo();
        return closed == null
                ? new Step(state, null, List.of(), List.of())
                : emit(state, closed.plusNanos(1), Instant.MAX.minusSeconds(86_400), null);
    }

    private Step take(State state, Map<EntityId, Video> videos, Observation observation) {
        Instant at = observation.observedAt();
        Instant closed = state.closedTo() == null ? at.minus(ALLOWED_LATENESS).minusNanos(1) : state.closedTo();
        if (at.isBefore(closed.minus(horizon))) {
            return new Step(state, null, List.of(), List.of(new Issue.TooLateForOperator(observation.entity(),
                    observation.source(), at, closed.minus(horizon))));
        }
        State taken = new State(state.entity(), state.bornAt(), with(state.readings(), observation), videos, closed);
        if (!at.isAfter(closed)) {
            return emit(taken, at, closed, at);
        }
        return advance(taken, at);
    }

    private static Map<SeriesKey, List<Observation>> with(Map<SeriesKey, List<Observation>> readings,
            Observation observation) {
        SeriesKey key = new SeriesKey(observation.entity(), observation.source());
        List<Observation> held = readings.getOrDefault(key, List.of());
        if (held.contains(observation)) {
            return readings;
        }
        List<Observation> series = new ArrayList<>(held);
        int at = series.size();
        while (at > 0 && series.get(at - 1).observedAt().isAfter(observation.observedAt())) {
            at--;
        }
        series.add(at, observation);
        Map<SeriesKey, List<Observation>> all = new TreeMap<>(readings);
        all.put(key, series);
        return all;
    }

    private Step emit(State state, Instant from, Instant upTo, @Nullable Instant replacedFrom) {
        WindowsOf windows = WindowsOf.entity(watched(state), prior);
        List<MetricRow> rows = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        windows.between(from, upTo, new WindowsOf.Sink() {
            @Override
            public void row(PassingRow row) {
                rows.add(row.kept());
            }

            @Override
            public void issue(Issue issue) {
                issues.add(issue);
            }
        });
        Instant closed = replacedFrom != null && state.closedTo() != null ? state.closedTo() : upTo;
        return new Step(trimmed(state, closed), replacedFrom, rows, issues);
    }

    private static WatchedEntity watched(State state) {
        List<EntitySeries> own = new ArrayList<>();
        Map<EntityId, List<EntitySeries>> carriers = new TreeMap<>();
        state.readings().forEach((key, readings) -> {
            EntitySeries series = EntitySeries.of(key.entity(), key.source(), readings);
            if (key.entity().equals(state.entity())) {
                own.add(series);
            } else {
                carriers.computeIfAbsent(key.entity(), id -> new ArrayList<>()).add(series);
            }
        });
        List<WatchedEntity.Carrier> videos = new ArrayList<>();
        carriers.forEach((id, series) -> {
            Video video = state.videos().get(id);
            if (video != null) {
                videos.add(new WatchedEntity.Carrier(video, series));
            }
        });
        return new WatchedEntity(state.entity(), state.bornAt(), own, videos);
    }

    private State trimmed(State state, Instant closedTo) {
        Instant keepFrom = closedTo.isBefore(Instant.MAX.minusSeconds(2 * 86_400L))
                ? closedTo.minus(horizon).minus(WindowsOf.LOOKBACK)
                : Instant.MIN;
        Map<SeriesKey, List<Observation>> kept = new TreeMap<>();
        state.readings().forEach((key, readings) -> {
            List<Observation> recent = readings.getFirst().observedAt().isBefore(keepFrom)
                    ? readings.stream().filter(reading -> !reading.observedAt().isBefore(keepFrom)).toList()
                    : readings;
            if (!recent.isEmpty()) {
                kept.put(key, recent);
            }
        });
        Map<EntityId, Video> videos = new HashMap<>(state.videos());
        videos.keySet().removeIf(id -> kept.keySet().stream().noneMatch(key -> key.entity().equals(id)));
        return new State(state.entity(), state.bornAt(), kept, videos, closedTo);
    }

    private static boolean anyWindowEnds(Instant after, Instant upTo) {
        return upTo.isAfter(after) && Window.QUARTER_HOUR.endUntil(upTo).isAfter(after);
    }
}
