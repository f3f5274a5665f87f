package dev.upswell.trend;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/// Readings written as lines: `09:00 #tag views=100` or `09:00 v1 by=ann sound=s1 born=08:00 views=100`.
final class Readings {

    static final EntityId TAG = EntityId.hashtag("tag");

    private final List<Observation> observations = new ArrayList<>();
    private final Map<EntityId, Video> videos = new HashMap<>();

    private Readings() {
    }

    static Instant at(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2025, 5, 1)).toInstant(ZoneOffset.UTC);
    }

    static Readings of(String lines) {
        Readings readings = new Readings();
        lines.strip().lines().forEach(line -> readings.add(line.strip().split(" +"), Duration.ZERO));
        return readings;
    }

    Readings onDayAfter(String lines) {
        return onDay(1, lines);
    }

    Readings onDay(int days, String lines) {
        lines.strip().lines().forEach(line -> add(line.strip().split(" +"), Duration.ofDays(days)));
        return this;
    }

    private void add(String[] cells, Duration shift) {
        Map<String, String> given = new HashMap<>();
        for (int i = 2; i < cells.length; i++) {
            String[] pair = cells[i].split("=");
            given.put(pair[0], pair[1]);
        }
        EntityId entity = cells[1].startsWith("#") ? EntityId.hashtag(cells[1]) : EntityId.video(cells[1]);
        if (!cells[1].startsWith("#")) {
            videos.put(entity, new Video(entity, given.containsKey("by") ? EntityId.creator(given.get("by")) : null,
                    given.containsKey("sound") ? EntityId.sound(given.get("sound")) : null, List.of(TAG),
                    given.containsKey("born") ? at(given.get("born")).plus(shift) : null, null, null));
        }
        observations.add(new Observation(entity, given.getOrDefault("source", "api"), at(cells[0]).plus(shift),
                new Counts(count(given, "views"), count(given, "likes"), count(given, "comments"),
                        count(given, "shares"), null, count(given, "posts"), null)));
    }

    private static Count count(Map<String, String> given, String name) {
        return given.containsKey(name) ? Count.displayed(Long.parseLong(given.get(name))) : null;
    }

    List<Observation> observations() {
        return observations;
    }

    WatchedEntity watched() {
        Map<EntityId, Map<String, List<Observation>>> grouped = new TreeMap<>();
        observations.forEach(each -> grouped.computeIfAbsent(each.entity(), id -> new TreeMap<>())
                .computeIfAbsent(each.source(), source -> new ArrayList<>()).add(each));
        List<EntitySeries> own = new ArrayList<>();
        List<WatchedEntity.Carrier> carriers = new ArrayList<>();
        grouped.forEach((id, bySource) -> {
            List<EntitySeries> series = bySource.entrySet().stream()
                    .map(each -> EntitySeries.of(id, each.getKey(), each.getValue())).toList();
            if (id.equals(TAG)) {
                own.addAll(series);
            } else {
                carriers.add(new WatchedEntity.Carrier(videos.get(id), series));
            }
        });
        return new WatchedEntity(TAG, null, own, carriers);
    }

    MetricRow row(Window window, String end) {
        return row(window, end, EngagementPrior.NONE);
    }

    MetricRow row(Window window, int days, String end) {
        return row(window, at(end).plus(Duration.ofDays(days)), EngagementPrior.NONE);
    }

    MetricRow row(Window window, Instant end) {
        return row(window, end, EngagementPrior.NONE);
    }

    MetricRow row(Window window, String end, EngagementPrior prior) {
        return row(window, at(end), prior);
    }

    private MetricRow row(Window window, Instant end, EngagementPrior prior) {
        List<MetricRow> rows = new ArrayList<>();
        WindowsOf.entity(watched(), prior).between(window, end, end, row -> rows.add(row.kept()));
        return rows.stream().findFirst().orElseThrow(() -> new NoSuchElementException("no row at " + end));
    }
}
