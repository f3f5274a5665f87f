package dev.upswell.server.improve.page;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.explain.Dependence;
import dev.upswell.forecast.explain.FeatureImportance;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.registry.ModelTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Made-up insights: six weekly trainings of trees on the second set.
public final class SampleInsightPages implements InsightPages {

    private static final UUID MODEL = UUID.fromString("1f0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11");
    private static final Instant TRAINED = Instant.parse("2026-01-11T00:00:00Z");
    private static final List<String> FEATURES = List.of("views_under_way_9h", "posts_surprise_3h", "growth_24h",
            "views_per_post", "rank_forgetful_posts_6h", "hours_since_step", "likes_per_view_24h", "log_level",
            "carriers_24h", "day_of_week", "creator_entropy_7d", "needed_ratio_2d");
    private static final int TRAININGS = 6;

    @Override
    public InsightView view(@Nullable ModelTask task) {
        List<ModelTask> tasks = List.of(ModelTask.DAILY_HASHTAGS, new ModelTask(EntityKind.VIDEO, 24));
        if (task != null && task.kind() == EntityKind.SOUND) {
            return InsightView.nothing(tasks, task);
        }
        return new InsightView(tasks, ModelTask.DAILY_HASHTAGS,
                new InsightView.Served(MODEL, "boosted-trees", TRAINED, "feature_set_v2"), history(), importance(),
                FEATURES.stream().limit(6).map(SampleInsightPages::curve).toList(), review());
    }

    private static double share(int feature, int training) {
        return 0.2 / (1 + feature) * (1 + 0.25 * Math.sin(1.7 * feature + training));
    }

    private static ImportanceHistory history() {
        List<ImportanceHistory.Training> trainings = IntStream.range(0, TRAININGS)
                .mapToObj(at -> new ImportanceHistory.Training(new UUID(at, 1),
                        TRAINED.minus(Duration.ofDays(7L * (TRAININGS - 1 - at))), "feature_set_v2",
                        at == TRAININGS - 1))
                .toList();
        List<ImportanceHistory.Line> lines = new ArrayList<>();
        for (int feature = 0; feature < FEATURES.size(); feature++) {
            List<@Nullable Double> shares = new ArrayList<>();
            List<@Nullable Integer> ranks = new ArrayList<>();
            for (int at = 0; at < TRAININGS; at++) {
                boolean absent = feature == 8 && at < 2;
                shares.add(absent ? null : Double.valueOf(share(feature, at)));
                ranks.add(absent ? null : Integer.valueOf(feature + 1 + (feature + at) % 3));
            }
            lines.add(new ImportanceHistory.Line(FEATURES.get(feature), shares, ranks));
        }
        return new ImportanceHistory(trainings, lines);
    }

    private static List<KeptImportance> importance() {
        return IntStream.range(0, FEATURES.size())
                .mapToObj(at -> new KeptImportance(new FeatureImportance(FEATURES.get(at), at + 1,
                        2.4 * share(at, TRAININGS), share(at, TRAININGS), share(at, 2), 0.01 * at), 1_200.0))
                .toList();
    }

    private static Dependence curve(String feature) {
        List<Dependence.Point> points = new ArrayList<>();
        List<Double> quantiles = new ArrayList<>();
        boolean size = feature.equals("views_per_post");
        for (int i = 0; i < 20; i++) {
            double x = size ? 4 + 0.4 * i : -0.2 + 0.05 * i;
            double mean = 0.02 + 0.18 / (1 + Math.exp(8 - 0.8 * i));
            points.add(new Dependence.Point(x, mean, mean * 0.7, mean * 1.5));
        }
        for (int i = 0; i <= 10; i++) {
            quantiles.add(size ? 4 + 0.6 * i : -0.2 + 0.007 * i * i);
        }
        return new Dependence(feature, "log ratio", points, quantiles, size ? null : Double.valueOf(0.031),
                size ? 0 : 0.12);
    }

    private static FeatureReview review() {
        List<FeatureReview.Line> lines = new ArrayList<>();
        for (int at = 0; at < FEATURES.size(); at++) {
            lines.add(new FeatureReview.Line(FEATURES.get(at), at + 1, share(at, 5), share(at, 5), 0.01 * at, false,
                    1_200.0, Advice.KEEP));
        }
        lines.add(new FeatureReview.Line("hour_of_day", 13, 0.0001, 0.0002, 0, null, 90.0, Advice.PRUNE));
        lines.add(new FeatureReview.Line("steps_1d", 14, 0, 0.0001, 0, true, 400.0, Advice.PRUNE));
        lines.add(new FeatureReview.Line("posts_1h_of_season", 15, 0.006, 0.007, 0.72, false, 900.0, Advice.MEND));
        lines.add(new FeatureReview.Line("saves_growth_24h", 16, 0, 0, 1, null, 700.0, Advice.NOT_GIVEN));
        return new FeatureReview(ModelTask.DAILY_HASHTAGS, TRAINED, MODEL, "feature_set_v2", 3, lines, 9, 31,
                List.of(new FeatureReview.Absent("semantic cluster", "themes do not exist yet"),
                        new FeatureReview.Absent("other platforms", "no source of another platform is connected")));
    }
}
