package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Made-up videos of a brand.
final class Brand {

    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private Brand() {
    }

    static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    static MarkValues video(int id, Mark mark, Instant postedAt, FypMetric metric, double value) {
        return new MarkValues(EntityId.video("v" + id), mark, postedAt, Map.of(metric, value));
    }

    /// Every mark of this many videos, one some hours after another, with measures missing here and there.
    static List<MarkValues> history(long seed, int videos) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MarkValues> all = new ArrayList<>();
        Instant posted = START;
        for (int i = 0; i < videos; i++) {
            posted = posted.plus(Duration.ofHours(random.nextInt(random.nextInt(20) == 0 ? 300 : 30)));
            for (Mark mark : Mark.values()) {
                Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
                for (FypMetric metric : FypMetric.values()) {
                    if (metric != FypMetric.TIMING && random.nextInt(4) > 0) {
                        values.put(metric, random.nextInt(20) / 20.0);
                    }
                }
                if (random.nextInt(10) > 0) {
                    all.add(new MarkValues(EntityId.video("v" + i), mark, posted, values));
                }
            }
        }
        return all;
    }
}
