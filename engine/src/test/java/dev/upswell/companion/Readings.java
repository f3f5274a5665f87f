package dev.upswell.companion;

import dev.upswell.content.EntityId;
import dev.upswell.feature.Companions;
import dev.upswell.feature.CutContext;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.PastOutcomes;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Carriers;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// Entities as of one cut, made for tests.
final class Readings {

    static final Instant CUT = Instant.parse("2025-03-05T12:00:00Z");
    static final long SECOND = CUT.getEpochSecond();
    static final long HOUR = 3600;

    private Readings() {
    }

    /// The named value of this entity's vector, when it is alone at the cut.
    static double value(String feature, EntitySeries entity) {
        return row(entity)[CompanionFeatures.V2.indexOf(feature)];
    }

    static float[] row(EntitySeries entity) {
        return rows(List.of(entity))[0];
    }

    static float[][] rows(List<EntitySeries> entities) {
        return rows(CompanionFeatures.RECIPE, entities);
    }

    static float[][] rows(FeatureRecipe recipe, List<EntitySeries> entities) {
        return recipe.at(new CutContext(CUT, 0.02, Duration.ofDays(1)), entities.stream()
                .map(entity -> new FeatureRecipe.Subject(
                        PastReadings.asOf(entity.counters().getOrDefault(Counter.VIEWS, empty()), CUT),
                        PastOutcomes.NONE, Companions.asOf(entity, Counter.VIEWS, CUT)))
                .toList());
    }

    private static CounterSeries empty() {
        return CounterSeries.of(new long[0], new long[0], new long[0]);
    }

    static EntitySeries entity(Map<Counter, CounterSeries> counters) {
        return new EntitySeries(EntityId.hashtag("quilting"), "test", counters);
    }

    static EntitySeries viewsAndPosts(CounterSeries views, CounterSeries posts) {
        return entity(Map.of(Counter.VIEWS, views, Counter.POSTS, posts));
    }

    /// Read every quarter of an hour for so many days up to the cut: the level at so many hours before it.
    static CounterSeries each15Minutes(int days, DoubleUnaryOperator levelAtHoursAgo) {
        int size = days * 96 + 1;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = SECOND - (size - 1 - i) * 900L;
            values[i] = Math.round(levelAtHoursAgo.applyAsDouble((SECOND - times[i]) / 3600.0));
            resolutions[i] = 1;
        }
        return CounterSeries.of(times, values, resolutions);
    }

    /// An entity with all counters and carrying videos, played on beyond the cut.
    static EntitySeries random(Random random) {
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            if (counter == Counter.VIEWS || random.nextInt(4) > 0) {
                counters.put(counter, walk(random, counter == Counter.VIEWS ? 1 : 0));
            }
        }
        List<Carriers.Carrier> carriers = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            String creator = random.nextInt(6) == 0 ? null : "creator" + random.nextInt(9);
            carriers.add(new Carriers.Carrier(SECOND + (random.nextInt(400) - 300) * HOUR, "v" + i, creator));
        }
        return entity(counters).with(Carriers.of(carriers));
    }

    private static CounterSeries walk(Random random, long least) {
        int size = 40 + random.nextInt(700);
        long step = random.nextBoolean() ? 1 : 100;
        long every = random.nextBoolean() ? 900 : 3600;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        double level = random.nextInt(3) == 0 ? random.nextInt(20) : 10_000 + random.nextInt(1_000_000);
        long second = SECOND - (long) (size * every * 0.8);
        for (int i = 0; i < size; i++) {
            second += every + (random.nextInt(60) == 0 ? random.nextInt(50_000) : random.nextInt(60));
            level = Math.max(0, level + (random.nextInt(30) == 0 ? -1 : 1) * random.nextDouble() * (1 + level / 500));
            times[i] = second;
            values[i] = Math.max(least, Math.round(level / step) * step);
            resolutions[i] = step;
        }
        return CounterSeries.of(times, values, resolutions);
    }
}
