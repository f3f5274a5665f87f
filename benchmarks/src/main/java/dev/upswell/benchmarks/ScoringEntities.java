package dev.upswell.benchmarks;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;

/// Foretells many hashtags as of one instant with boosted trees, and prints what it cost.
///
/// Everything that a stored prediction holds is made: features from the readings, probability and its bounds, the range of
/// views, the five strongest reasons. The model is learnt from the first 500 hashtags before. Then once more from vectors
/// that are ready, as an online store has them: probability, three quantiles and the shares of all features in it.
///
/// Run: `benchmarks/scoring-entities.sh [entities] [readings of each] [feature set] [trees]`, by default 100,000, 112 (three-hourly,
/// 14 days), `feature_set_v2` and `usual` (200 trees of depth 4; `shallow` are 300 of depth 3).
public final class ScoringEntities {

    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final int STEP = 3 * 3600;
    private static final int LEARNT_FROM = 500;
    private static final int RUNS = 3;
    private static final double NANOS = 1e9;
    private static final TreeSettings SHALLOW = new TreeSettings(300, 3, 0.06, 0.7, 0.3, 20, 10, 64, 1, 0, 20250101);

    private ScoringEntities() {
    }

    /// Measures and prints.
    public static void main(String[] args) {
        int entities = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int readings = args.length > 1 ? Integer.parseInt(args[1]) : 14 * 8;
        Map<EntityId, EntitySeries> all = made(entities, readings);
        Map<EntityId, EntitySeries> some = new LinkedHashMap<>();
        all.entrySet().stream().limit(LEARNT_FROM).forEach(one -> some.put(one.getKey(), one.getValue()));
        Instant asOf = START.plus(Duration.ofSeconds((long) STEP * (readings - 1)));
        FeatureRecipe recipe = FeatureRecipes.of(args.length > 2 ? args[2] : "feature_set_v2");
        TrainSettings usual = TrainSettings.STANDARD.features(recipe);
        TrainSettings settings = args.length > 3 && args[3].equals("shallow") ? usual.trees(SHALLOW) : usual;
        SurgeModel model = SurgeModel.load(SurgeTrainer.train(SurgeKind.TREES, some, asOf, settings).artefact());
        int width = recipe.set().size();
        System.out.printf(Locale.ROOT, "model: %s, %d features of %s, %s%n", model.kind().label(), width, recipe,
                settings.trees());
        for (int run = 1; run <= RUNS; run++) {
            timed("from readings, run " + run, () -> model.foretell(all, asOf).predictions().size());
        }
        Dataset learnt = model.learned(some, asOf);
        BoostedTrees probability = BoostedTrees.load(BoostedTrees.probability(learnt, settings.trees()).bytes());
        BoostedTrees range = BoostedTrees
                .load(BoostedTrees.quantiles(learnt, settings.rangeTrees(), 0.05, 0.5, 0.95).bytes());
        float[] packed = packed(model.foretell(all, asOf).vectors(), width);
        int rows = packed.length / width;
        for (int run = 1; run <= RUNS; run++) {
            timed("from vectors, run " + run, () -> probability.scores(packed, rows).length
                    + range.predict(packed, rows).length + probability.contributions(packed, rows).length);
        }
    }

    private static float[] packed(Map<EntityId, float[]> vectors, int width) {
        float[] packed = new float[vectors.size() * width];
        int at = 0;
        for (float[] vector : vectors.values()) {
            System.arraycopy(vector, 0, packed, at++ * width, width);
        }
        return packed;
    }

    private static void timed(String what, IntSupplier work) {
        long clock = System.nanoTime();
        long processor = processorNanos();
        int results = work.getAsInt();
        System.out.printf(Locale.ROOT, "%s: %,d results in %.2f s by the clock, %.2f s of processor%n", what, results,
                (System.nanoTime() - clock) / NANOS, (processorNanos() - processor) / NANOS);
    }

    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static Map<EntityId, EntitySeries> made(int entities, int readings) {
        Map<EntityId, EntitySeries> all = LinkedHashMap.newLinkedHashMap(entities);
        for (int i = 0; i < entities; i++) {
            EntityId id = EntityId.hashtag("tag" + i);
            Random random = new Random(i);
            long[] times = new long[readings];
            long[] views = new long[readings];
            long[] posts = new long[readings];
            long[] exact = new long[readings];
            double viewLevel = 20_000 + 1e6 * random.nextDouble();
            double pace = Math.exp(random.nextGaussian()) * 1e-3;
            for (int k = 0; k < readings; k++) {
                pace = random.nextInt(60) == 0 ? pace * 8 : Math.max(1e-4, pace * 0.97);
                viewLevel *= 1 + pace * random.nextDouble();
                times[k] = START.getEpochSecond() + (long) k * STEP;
                views[k] = Math.round(viewLevel);
                posts[k] = Math.round(viewLevel / 500);
                exact[k] = 1;
            }
            all.put(id, new EntitySeries(id, "made", Map.of(Counter.VIEWS, CounterSeries.of(times, views, exact),
                    Counter.POSTS, CounterSeries.of(times, posts, exact))));
        }
        return all;
    }
}
