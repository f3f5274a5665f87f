package dev.upswell.trend;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The definitions written down as plainly as possible, slow and from scratch for each window: the oracle.
final class NaiveMetrics {

    private static final long TWELVE_HOURS = 12 * 3600;

    private final RandomWorld world;
    private final Map<Asked, Optional<Long>> answered = new HashMap<>();

    /// A window whose views were asked for, as a week of windows asks for those of the week before again.
    private record Asked(EntityId entity, Window window, long end) {
    }

    NaiveMetrics(RandomWorld world) {
        this.world = world;
    }

    /// What a series of view readings tells about one window.
    record Gain(long views, long low, long high, long backed, long length) {
        double coverage() {
            return (double) backed / length;
        }

        boolean isCovered() {
            return 2 * backed >= length;
        }
    }

    /// The last reading of views in each quarter of an hour, as known at `end`, in the first whole second not before it.
    private TreeMap<Long, Count> known(EntityId entity, long end) {
        TreeMap<Long, Count> known = new TreeMap<>();
        for (Observation each : world.observations()) {
            Count views = each.counts().views();
            if (each.entity().equals(entity) && views != null
                    && !each.observedAt().isAfter(Instant.ofEpochSecond(end))) {
                known.merge(second(each.observedAt()), views, (a, b) -> a.value() >= b.value() ? a : b);
            }
        }
        known.keySet().removeIf(time -> {
            Long next = known.higherKey(time);
            return next != null && next <= (time + 899) / 900 * 900;
        });
        return known;
    }

    private static long second(Instant instant) {
        return instant.plusNanos(999_999_999).getEpochSecond();
    }

    /// When the video was born, where that is known, before its first reading and near enough to it.
    private Optional<Long> bornAt(EntityId entity, TreeMap<Long, Count> known) {
        var video = world.videos().get(entity);
        return video == null || video.createdAt() == null || known.isEmpty()
                ? Optional.empty()
                : Optional.of(second(video.createdAt()))
                        .filter(at -> at < known.firstKey() && known.firstKey() - at <= 48 * 3600);
    }

    /// How often the entity is read, as known at `end`.
    private long cadence(EntityId entity, TreeMap<Long, Count> known) {
        Optional<Long> born = bornAt(entity, known);
        return known.size() == 1 && born.isPresent()
                ? Math.clamp(Math.round((known.firstKey() - born.get()) / 60.0) * 60, 60, 86_400)
                : cadence(known);
    }

    /// The gain from `start` to `end`; 0 when smaller than the resolution of either edge, however exact the other is.
    Optional<Gain> gain(EntityId entity, long start, long end) {
        TreeMap<Long, Count> known = known(entity, end);
        if (known.isEmpty() || end - known.lastKey() > TWELVE_HOURS || cadence(entity, known) > end - start) {
            return Optional.empty();
        }
        Optional<Long> bornAt = bornAt(entity, known);
        boolean born = bornAt.isPresent();
        bornAt.ifPresent(at -> known.put(at, Count.exact(0)));
        long backed = born ? Math.max(0, known.firstKey() - start) : 0;
        long gained = 0;
        long atFalls = 0;
        Count atStart = null;
        for (long time : known.navigableKeySet()) {
            Long next = known.higherKey(time);
            if (next == null || next <= start) {
                continue;
            }
            boolean bridge = born && time == known.firstKey()
                    || next - time <= Math.min(48 * 3600, Math.max(6 * 3600, 2 * cadence(readings(known, born, next))));
            Count a = known.get(time);
            Count b = known.get(next);
            long coarser = Math.max(a.resolution(), b.resolution());
            boolean fell = b.value() - a.value() <= -coarser;
            long rise = fell ? 0 : b.value() - a.value();
            atFalls += fell && (time >= start || bridge) ? Math.max(shortBy(a, b), shortBy(b, a)) : 0;
            if (time >= start) {
                gained += rise;
                backed += bridge ? next - time : 0;
                atStart = atStart == null ? a : atStart;
            } else if (bridge) {
                gained += rise - rise * (start - time) / (next - time);
                backed += next - start;
                atStart = a.resolution() >= b.resolution() ? a : b;
            } else {
                atStart = b;
            }
        }
        Count last = known.lastEntry().getValue();
        atStart = atStart == null ? last : atStart;
        long resolution = Math.max(last.resolution(), atStart.resolution());
        long views = gained < resolution ? 0 : gained;
        return Optional.of(new Gain(views, Math.max(0, views - shortBy(atStart, last) - atFalls),
                Math.max(0, gained + shortBy(last, atStart) + atFalls), Math.min(backed, end - start), end - start));
    }

    /// By how much the true rise from one reading to another can fall short of the shown one: all that was cut off the
    /// first, or half a step of each when they were rounded to the nearest.
    private static long shortBy(Count first, Count second) {
        long cutOff = first.resolution() - 1;
        long toNearest = first.resolution() / 2 + second.resolution() / 2;
        return Math.max(cutOff, toNearest);
    }

    private static TreeMap<Long, Count> readings(TreeMap<Long, Count> known, boolean born, long until) {
        TreeMap<Long, Count> readings = new TreeMap<>(known.headMap(until, true));
        if (born) {
            readings.pollFirstEntry();
        }
        return readings;
    }

    /// The lower median of the last 15 steps of 8 days; the longest, up to a day, of fewer than three.
    static long cadence(TreeMap<Long, Count> readings) {
        List<Long> steps = new ArrayList<>();
        long end = readings.lastKey();
        for (Long time = end; steps.size() < 15; time = readings.lowerKey(time)) {
            Long before = readings.lowerKey(time);
            if (before == null || before < end - 8 * 86_400) {
                break;
            }
            steps.add(Math.max(60, Math.round((time - before) / 60.0) * 60));
        }
        List<Long> sorted = steps.stream().sorted().toList();
        if (sorted.size() < 3) {
            return sorted.isEmpty() ? 86_400 : Math.min(86_400, sorted.getLast());
        }
        return sorted.get((sorted.size() - 1) / 2);
    }

    Optional<Long> viewsGained(EntityId entity, Window window, long end) {
        return answered.computeIfAbsent(new Asked(entity, window, end),
                asked -> gain(entity, end - window.seconds(), end).filter(Gain::isCovered).map(Gain::views));
    }

    /// The relative change of the entity's own views gained against the window before.
    Optional<Double> velocity(EntityId entity, Window window, long end) {
        Optional<Long> now = viewsGained(entity, window, end);
        Optional<Long> before = viewsGained(entity, window, end - window.seconds());
        return now.isEmpty() || before.isEmpty() || before.get() == 0
                ? Optional.empty()
                : Optional.of((double) (now.get() - before.get()) / before.get());
    }

    Optional<Double> acceleration(EntityId entity, Window window, long end) {
        Optional<Double> now = velocity(entity, window, end);
        Optional<Double> before = velocity(entity, window, end - window.seconds());
        return now.isEmpty() || before.isEmpty() || Math.abs(before.get()) < 1e-6
                ? Optional.empty()
                : Optional.of((now.get() - before.get()) / Math.abs(before.get()));
    }

    Optional<Double> persistence(EntityId entity, Window window, long end) {
        List<Long> week = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        for (long back = 0; back < 7 * 86_400; back += window.stepSeconds()) {
            Optional<Long> views = viewsGained(entity, window, end - back);
            views.ifPresent(week::add);
            if (back < 24 * window.stepSeconds()) {
                views.ifPresent(last::add);
            }
        }
        if (week.size() < 24 || last.size() < 12) {
            return Optional.empty();
        }
        double median = dev.upswell.numeric.Quantiles.of(week.stream().mapToDouble(v -> v).toArray(), 0.5);
        return Optional.of(last.stream().filter(v -> v > median).count() / (double) last.size());
    }

    /// What the carrying videos tell of a window; empty where the metric must be absent.
    record Carriers(long volume, Gain gained, Optional<Double> creators, Optional<Double> dispersion,
            Optional<Double> newVideos) {
    }

    Optional<Carriers> carriers(Window window, long end) {
        long start = end - window.seconds();
        Map<EntityId, Long> byCreator = new HashMap<>();
        List<Gain> covered = new ArrayList<>();
        List<Long> cadences = new ArrayList<>();
        List<Long> newborn = new ArrayList<>();
        long backed = 0;
        int expected = 0;
        boolean anySeldom = false;
        boolean anyCreator = false;
        for (var video : world.videos().values()) {
            Optional<Gain> gain = gain(video.id(), start, end);
            TreeMap<Long, Count> known = known(video.id(), end);
            if (gain.isEmpty()) {
                expected += gain(video.id(), start - window.seconds(), start).isPresent() ? 1 : 0;
                anySeldom |= !known.isEmpty() && end - known.lastKey() <= TWELVE_HOURS;
                continue;
            }
            expected++;
            backed += gain.get().backed();
            (known.size() == 1 && bornAt(video.id(), known).isPresent() ? newborn : cadences)
                    .add(cadence(video.id(), known));
            if (gain.get().isCovered()) {
                covered.add(gain.get());
                anyCreator |= video.creator() != null;
                if (video.creator() != null) {
                    byCreator.merge(video.creator(), gain.get().views(), Long::sum);
                }
            }
        }
        boolean none = cadences.isEmpty() && (newborn.isEmpty() || anySeldom);
        if (none || 2 * backed < expected * window.seconds()) {
            return Optional.empty();
        }
        Gain sum = new Gain(covered.stream().mapToLong(Gain::views).sum(), covered.stream().mapToLong(Gain::low).sum(),
                covered.stream().mapToLong(Gain::high).sum(), 0, 0);
        long total = byCreator.values().stream().mapToLong(v -> v).sum();
        boolean known = anyCreator && 2 * total >= sum.views();
        double squares = byCreator.values().stream().mapToDouble(v -> Math.pow(v / (double) total, 2)).sum();
        double holding = byCreator.values().stream().filter(v -> v > 0).count();
        return Optional.of(new Carriers(covered.stream().filter(each -> each.views() > 0).count(), sum,
                known ? Optional.of(holding) : Optional.empty(),
                known && total > 0 ? Optional.of(1 - squares) : Optional.empty(),
                newVideos(start, end, window, Collections.min(cadences.isEmpty() ? newborn : cadences))));
    }

    private Optional<Double> newVideos(long start, long end, Window window, long cadence) {
        boolean anyCreation = false;
        double born = 0;
        for (var video : world.videos().values()) {
            TreeMap<Long, Count> known = known(video.id(), end);
            if (!known.isEmpty() && known.lastKey() >= start - TWELVE_HOURS && video.createdAt() != null) {
                anyCreation = true;
                long at = second(video.createdAt());
                born += at > start && at <= end ? 1 : 0;
            }
        }
        return anyCreation && 2 * cadence <= window.seconds() ? Optional.of(born) : Optional.empty();
    }
}
