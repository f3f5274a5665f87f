package dev.upswell.trend;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// A small random hashtag with its own counters and carrying videos: jitter, gaps, falls, missing counters, fractions of
/// seconds, two readings in a quarter of an hour, and rounding, often near 10,000, where exact and rounded readings take
/// turns.
record RandomWorld(EntityId hashtag, Map<EntityId, Video> videos, List<Observation> observations) {

    static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    static RandomWorld of(long seed, int hours) {
        Random random = new Random(seed);
        EntityId hashtag = EntityId.hashtag("tag");
        List<Observation> observations = new ArrayList<>();
        for (int source = random.nextInt(3); source > 0; source--) {
            read(observations, hashtag, "source" + source, START, hours, random);
        }
        Map<EntityId, Video> videos = new LinkedHashMap<>();
        for (int i = observations.isEmpty() ? 1 : 0, n = random.nextInt(6); i <= n; i++) {
            Instant born = START.plusSeconds(random.nextInt(hours * 3600)).plusMillis(fraction(random));
            Video video = new Video(EntityId.video("v" + i),
                    random.nextInt(5) == 0 ? null : EntityId.creator("c" + random.nextInt(3)),
                    random.nextInt(3) == 0 ? null : EntityId.sound("s" + random.nextInt(3)), List.of(hashtag),
                    random.nextInt(4) == 0 ? null : born, null, null);
            videos.put(video.id(), video);
            int left = (int) ((START.getEpochSecond() + hours * 3600L - born.getEpochSecond()) / 3600);
            read(observations, video.id(), "api", born.plusSeconds(random.nextInt(3600)), left, random);
        }
        Collections.sort(observations, java.util.Comparator.comparing(Observation::observedAt));
        return new RandomWorld(hashtag, videos, observations);
    }

    /// A hashtag whose views alone one source reads almost every hour for so many days, with a few gaps and falls, and paces far
    /// enough apart that hardly two windows gain the same.
    static RandomWorld ofDays(long seed, int days) {
        Random random = new Random(seed);
        EntityId hashtag = EntityId.hashtag("tag");
        List<Observation> observations = new ArrayList<>();
        long level = random.nextInt(2_000_000);
        for (long t = 0; t < days * 86_400L; t += random.nextInt(60) == 0 ? random.nextInt(8 * 3600) + 1 : 3000) {
            level = random.nextInt(60) == 0 ? level * 4 / 5 : level + random.nextInt(100_000);
            observations.add(new Observation(hashtag, "source1", START.plusSeconds(t + random.nextInt(300)),
                    Counts.views(Count.exact(level))));
        }
        return new RandomWorld(hashtag, Map.of(), observations);
    }

    private static void read(List<Observation> into, EntityId entity, String source, Instant from, int hours,
            Random random) {
        int cadence = new int[]{900, 900, 3600, 10_800}[random.nextInt(4)];
        boolean engagement = random.nextBoolean();
        boolean views = random.nextInt(8) > 0;
        boolean rounded = random.nextBoolean();
        long level = switch (random.nextInt(3)) {
            case 0 -> random.nextInt(500);
            case 1 -> 9_000 + random.nextInt(2_000);
            default -> 9_000 + random.nextInt(2_000_000);
        };
        long likes = random.nextInt(100);
        for (long t = 0; t < hours * 3600L; t += step(cadence, random)) {
            level = random.nextInt(60) == 0 ? level * 4 / 5 : level + random.nextInt(rounded ? 2000 : 40);
            likes += random.nextInt(6);
            Count count = rounded ? Count.displayed(level >= 10_000 ? level / 100 * 100 : level) : Count.exact(level);
            Counts counts = new Counts(views ? count : null, engagement ? Count.exact(likes) : null,
                    engagement ? Count.exact(likes / 3) : null, engagement ? Count.exact(likes / 7) : null, null,
                    views && random.nextBoolean() ? null : Count.exact(level / 50), null);
            into.add(new Observation(entity, source, from.plusSeconds(t).plusMillis(fraction(random)), counts));
        }
    }

    private static int fraction(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(1000) : 0;
    }

    private static long step(int cadence, Random random) {
        if (random.nextInt(40) == 0) {
            return random.nextInt(30 * 3600) + 1;
        }
        if (random.nextInt(15) == 0) {
            return 2 + random.nextInt(400);
        }
        return Math.max(1, random.nextInt(5) == 0 ? cadence - cadence / 8 + random.nextInt(cadence / 4) : cadence);
    }

    RandomWorld with(List<Observation> others) {
        return new RandomWorld(hashtag, videos, others);
    }

    RandomWorld until(Instant asOf) {
        return with(observations.stream().filter(each -> !each.observedAt().isAfter(asOf)).toList());
    }

    RandomWorld from(Instant first) {
        return with(observations.stream().filter(each -> !each.observedAt().isBefore(first)).toList());
    }

    /// Everything delivered in another order, with repeats.
    RandomWorld shuffled(long seed) {
        Random random = new Random(seed);
        List<Observation> delivered = new ArrayList<>(observations);
        for (Observation each : observations) {
            if (random.nextInt(4) == 0) {
                delivered.add(each);
            }
        }
        Collections.shuffle(delivered, random);
        return with(delivered);
    }

    WatchedEntity watched() {
        Map<EntityId, Map<String, List<Observation>>> grouped = new TreeMap<>();
        for (Observation each : observations) {
            grouped.computeIfAbsent(each.entity(), id -> new TreeMap<>())
                    .computeIfAbsent(each.source(), source -> new ArrayList<>()).add(each);
        }
        List<WatchedEntity.Carrier> carriers = new ArrayList<>();
        grouped.forEach((id, bySource) -> {
            if (!id.equals(hashtag)) {
                carriers.add(new WatchedEntity.Carrier(videos.get(id), series(id, bySource)));
            }
        });
        return new WatchedEntity(hashtag, null, series(hashtag, grouped.getOrDefault(hashtag, Map.of())), carriers);
    }

    private static List<EntitySeries> series(EntityId id, Map<String, List<Observation>> bySource) {
        return bySource.entrySet().stream().map(each -> EntitySeries.of(id, each.getKey(), each.getValue())).toList();
    }

    List<MetricRow> rows() {
        return rows(Instant.EPOCH);
    }

    List<MetricRow> rows(Instant from) {
        List<MetricRow> rows = new ArrayList<>();
        WindowsOf.entity(watched(), PRIOR).between(from, Instant.parse("2100-01-01T00:00:00Z"),
                row -> rows.add(row.kept()));
        return rows;
    }

    static final EngagementPrior PRIOR = EngagementPrior.constant(new EngagementPrior.Rates(0.05, 0.01, 0.005));
}
