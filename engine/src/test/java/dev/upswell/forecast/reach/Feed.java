package dev.upswell.forecast.reach;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// A made feed: creators differ in reach, and a video's first views foretell its later ones.
final class Feed {

    static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

    private Feed() {
    }

    static Video video(int number, int creator, Instant createdAt) {
        return new Video(EntityId.video("v" + number), EntityId.creator("c" + creator),
                EntityId.sound("s" + number % 7),
                List.of(EntityId.hashtag("t" + number % 5)), createdAt, Duration.ofSeconds(10 + number % 50),
                "Day " + number + " #t" + number % 5);
    }

    static ReachArchive.Watched watched(Video video, long... minutesAndViews) {
        List<Observation> readings = new ArrayList<>();
        Instant posted = Objects.requireNonNull(video.createdAt());
        for (int i = 0; i < minutesAndViews.length; i += 2) {
            readings.add(new Observation(video.id(), "test", posted.plus(Duration.ofMinutes(minutesAndViews[i])),
                    new Counts(new Count(minutesAndViews[i + 1], 1), new Count(minutesAndViews[i + 1] / 20, 1), null,
                            null,
                            null, null, null)));
        }
        return new ReachArchive.Watched(video,
                readings.isEmpty() ? null : EntitySeries.of(video.id(), "test", readings));
    }

    /// One video an hour by twenty creators, read at 10, 50 and 300 minutes and after one and two days.
    static List<ReachArchive.Watched> of(int videos, long seed) {
        Random random = new Random(seed);
        List<ReachArchive.Watched> all = new ArrayList<>();
        for (int i = 0; i < videos; i++) {
            int creator = random.nextInt(20);
            double end = Math.pow(10, 2 + creator / 8.0 + 0.6 * random.nextGaussian());
            double start = end / 30 * Math.pow(10, 0.15 * random.nextGaussian());
            all.add(watched(video(i, creator, START.plus(Duration.ofHours(i))), 10, Math.round(start / 4), 50,
                    Math.round(start), 300, Math.round(start * 6), 24 * 60, Math.round(end), 48 * 60,
                    Math.round(end * 1.3)));
        }
        return all;
    }

    static ReachArchive archive(List<ReachArchive.Watched> videos) {
        return ReachArchive.of(ReachTarget.DAY, videos, Map.of());
    }
}
