package dev.upswell.trend;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.timeline.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// The definitions written down as plainly as possible, slow and from scratch for each window: the oracle.
final class NaiveMetrics {

    private static final long TWELVE_HOURS = 12 * 3600;

    private final RandomWorld world;

    NaiveMetrics(RandomWorld world) {
        this.world = world;
    }

    /// What a series of view readings tells about one window.
    record Gain(long views, long backed, long length) {
        double coverage() {
            return (double) backed / length;
        }

        boolean isCovered() {
            return 2 * backed >= length;
        }
    }

    /// Readings of views by time, as known at `end`; a birth is a reading of 0.
    private TreeMap<Long, Count> known(EntityId entity, long end) {
        TreeMap<Long, Count> known = new TreeMap<>();
        for (Observation each : world.observations()) {
            Count views = each.counts().views();
            if (each.entity().equals(entity) && views != null && each.observedAt().getEpochSecond() <= end) {
                known.merge(each.observedAt().getEpochSecond(), views, (a, b) -> a.value() >= b.value() ? a : b);
            }
        }
        return known;
    }

    /// The gain from `start` to `end`; 0 when smaller than the resolution of either edge, however exact the other is.
    Optional<Gain> gain(EntityId entity, long start, long end) {
        TreeMap<Long, Count> known = known(entity, end);
        if (known.isEmpty() || end - known.lastKey() > TWELVE_HOURS || cadence(known) > end - start) {
            return Optional.empty();
        }
        var video = world.videos().get(entity);
        boolean born = false;
        if (video != null && video.createdAt() != null) {
            long at = video.createdAt().getEpochSecond();
            born = at < known.firstKey() && known.firstKey() - at <= 48 * 3600;
            if (born) {
                known.put(at, Count.exact(0));
            }
        }
        long backed = born ? Math.max(0, known.firstKey() - start) : 0;
        long gained = 0;
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
            long rise = b.value() - a.value() <= -coarser ? 0 : b.value() - a.value();
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
        long resolution = Math.max(last.resolution(), atStart == null ? 1 : atStart.resolution());
        return Optional.of(new Gain(gained < resolution ? 0 : gained, Math.min(backed, end - start), end - start));
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
        return gain(entity, end - window.seconds(), end).filter(Gain::isCovered).map(Gain::views);
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

    /// Volume, views, distinct creators, dispersion and top share from the carrying videos.
    Optional<double[]> carriers(Window window, long end) {
        Map<EntityId, Long> byCreator = new HashMap<>();
        long backed = 0;
        int live = 0;
        int volume = 0;
        long views = 0;
        for (var video : world.videos().values()) {
            Optional<Gain> gain = gain(video.id(), end - window.seconds(), end);
            if (gain.isPresent()) {
                live++;
                backed += gain.get().backed();
                if (gain.get().isCovered()) {
                    volume += gain.get().views() > 0 ? 1 : 0;
                    views += gain.get().views();
                    if (video.creator() != null) {
                        byCreator.merge(video.creator(), gain.get().views(), Long::sum);
                    }
                }
            }
        }
        if (live == 0 || 2 * backed < live * window.seconds()) {
            return Optional.empty();
        }
        long total = byCreator.values().stream().mapToLong(v -> v).sum();
        LongStream shares = byCreator.values().stream().mapToLong(v -> v);
        double squares = shares.mapToDouble(v -> Math.pow(v / (double) Math.max(1, total), 2)).sum();
        return Optional.of(new double[]{volume, views, byCreator.values().stream().filter(v -> v > 0).count(),
                total == 0 ? Double.NaN : 1 - squares});
    }
}
