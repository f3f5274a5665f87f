package dev.upswell.server.app;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/// Made-up series in the smallest format that is read.
final class Readings {

    static final String HEADER = "hashtag,observed_at,views\n";
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private Readings() {
    }

    /// Ten hashtags, `tag0` to `tag9`, read every three hours for sixteen days; each grows at a pace of its own that wanders.
    static String sixteenDays(long seed, long firstViews) {
        var random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(HEADER);
        for (int tag = 0; tag < 10; tag++) {
            double views = firstViews * (tag + 1);
            double pace = random.nextDouble(0.01);
            for (int step = 0; step < 16 * 8; step++) {
                text.append("tag%d,%s,%d\n".formatted(tag, START.plus(Duration.ofHours(3L * step)), (long) views));
                pace = Math.max(0, pace * 0.9 + random.nextDouble(0.002) + (random.nextInt(40) == 0 ? 0.05 : 0));
                views *= 1 + pace;
            }
        }
        return text.toString();
    }
}
