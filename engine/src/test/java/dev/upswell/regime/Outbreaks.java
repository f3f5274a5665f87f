package dev.upswell.regime;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up hashtags whose posts provoke posts, more of them while an outbreak lasts; each post brings a hundred views, half a day
/// later on the mean.
final class Outbreaks {

    static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    static final double BRANCHING = 1.6;
    static final double DELAY_HOURS = 3;
    static final int NEVER = Integer.MAX_VALUE / 8;

    private static final double CALM = 0.4;
    private static final double KEPT = Math.exp(-0.25 / 3);

    private Outbreaks() {
    }

    static List<EntitySeries> world(int hashtags, int days, long seed) {
        return IntStream.range(0, hashtags)
                .mapToObj(i -> one("tag" + i, days, new Random(seed * 100 + i), NEVER, 0.002)).toList();
    }

    /// A hashtag that is calm until its only outbreak begins at this hour.
    static EntitySeries one(String name, int days, long seed, int onsetHour) {
        return one(name, days, new Random(seed), onsetHour, 0);
    }

    private static EntitySeries one(String name, int days, Random random, int onsetHour, double chance) {
        int size = days * 96;
        long[][] posts = new long[3][size];
        long[][] views = new long[3][size];
        double excitation = 10 / (1 - CALM) / (1 - KEPT);
        double fresh = 16.7 * DELAY_HOURS * 4;
        double moving = fresh;
        double came = 50_000;
        double seen = 5_000_000;
        int hot = 0;
        for (int i = 0; i < size; i++) {
            hot = i == onsetHour * 4 || random.nextDouble() < chance ? 60 : Math.max(0, hot - 1);
            double season = 1 + 0.4 * Math.cos(2 * Math.PI * (i % 96 - 60) / 96);
            double branching = hot > 0 ? BRANCHING : CALM;
            double load = excitation * (1 - KEPT) / (1 + excitation * (1 - KEPT) / 800);
            double rate = season * (10 + branching * load);
            double now = Math.max(0, Math.rint(rate + Math.sqrt(rate) * random.nextGaussian()));
            double share = season / DELAY_HOURS / 4;
            seen += 100 * share * moving;
            moving += share * (fresh - moving);
            fresh += now - share * fresh;
            excitation = KEPT * excitation + now;
            came += now;
            note(posts, i, came);
            note(views, i, seen);
        }
        return new EntitySeries(EntityId.hashtag(name), "test",
                Map.of(Counter.POSTS, CounterSeries.of(posts[0], posts[1], posts[2]), Counter.VIEWS,
                        CounterSeries.of(views[0], views[1], views[2])));
    }

    private static void note(long[][] columns, int i, double level) {
        columns[0][i] = START.getEpochSecond() + (i + 1) * 900L + 20;
        columns[1][i] = Math.round(level);
        columns[2][i] = 1;
    }
}
