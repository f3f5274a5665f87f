package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Small made-up worlds of hashtags: some pulse for a day or two, so that growth foretells growth.
public final class Worlds {

    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private Worlds() {
    }

    /// `days` of hourly counters of so many hashtags.
    public static Map<EntityId, CounterSeries> hourly(int hashtags, int days, long seed) {
        Map<EntityId, CounterSeries> world = new LinkedHashMap<>();
        for (int i = 0; i < hashtags; i++) {
            world.put(EntityId.hashtag(String.format(Locale.ROOT, "tag%03d", i)),
                    one(new Random(seed * 1000 + i), days));
        }
        return world;
    }

    /// The same, rounded to thousands, but only every thirtieth hashtag grows and the others lose views: the bar is negative.
    static Map<EntityId, CounterSeries> shrinking(int hashtags, int days, long seed) {
        Map<EntityId, CounterSeries> world = hourly(hashtags, days, seed);
        int index = 0;
        for (Map.Entry<EntityId, CounterSeries> one : world.entrySet()) {
            one.setValue(fading(one.getValue(), index++ % 30 == 0 ? 0 : 0.003));
        }
        return world;
    }

    /// These view counters as engine code takes them.
    public static Map<EntityId, EntitySeries> watched(Map<EntityId, CounterSeries> views) {
        return EntitySeries.ofOne(Counter.VIEWS, views);
    }

    /// The same with posts: a twentieth of the views that come six hours later.
    static Map<EntityId, EntitySeries> accompanied(int hashtags, int days, long seed) {
        Map<EntityId, EntitySeries> accompanied = new LinkedHashMap<>();
        hourly(hashtags, days, seed).forEach((id, views) -> accompanied.put(id,
                new EntitySeries(id, "test", Map.of(Counter.VIEWS, views, Counter.POSTS, posts(views)))));
        return accompanied;
    }

    private static CounterSeries posts(CounterSeries views) {
        int size = views.size();
        return CounterSeries.of(IntStream.range(0, size).mapToLong(i -> views.epochSecondAt(i)).toArray(),
                IntStream.range(0, size).mapToLong(i -> views.valueAt(Math.min(size - 1, i + 6)) / 20).toArray(),
                IntStream.range(0, size).mapToLong(i -> 1).toArray());
    }

    /// The view counters of the usual protocol as a book.
    static EntityBook book(Map<EntityId, CounterSeries> views, SurgeProtocol protocol) {
        return EntityBook.of(watched(views), protocol);
    }

    private static CounterSeries fading(CounterSeries series, double lossPerHour) {
        int size = series.size();
        long[] times = IntStream.range(0, size).mapToLong(series::epochSecondAt).toArray();
        long[] values = IntStream.range(0, size)
                .mapToLong(i -> Math.round(series.valueAt(i) * Math.exp(-lossPerHour * i) / 1000) * 1000).toArray();
        return CounterSeries.of(times, values, LongStream.generate(() -> 1000).limit(size).toArray());
    }

    private static CounterSeries one(Random random, int days) {
        int size = days * 24;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        double level = 20_000 + random.nextInt(80_000);
        double base = 1e-4 * (1 + random.nextInt(5));
        double pulse = 0;
        for (int i = 0; i < size; i++) {
            pulse = pulse * 0.96 + (random.nextDouble() < 0.004 ? 0.02 : 0);
            level *= 1 + (base + pulse) * (0.5 + random.nextDouble());
            times[i] = START.getEpochSecond() + i * 3600L;
            values[i] = Math.round(level);
            resolutions[i] = 1;
        }
        return CounterSeries.of(times, values, resolutions);
    }
}
