package dev.upswell.server.forecast.page;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Interval;
import dev.upswell.simulate.judge.Knowable;
import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A made-up evaluation in which the trees win, and their records.
public final class SampleModelPages implements ModelPages {

    private static final Instant TO = Instant.parse("2026-01-12T00:00:00Z");

    @Override
    public ModelsView models() {
        return new ModelsView(
                new Evaluation(new Evaluation.Scope(Instant.parse("2025-07-01T00:00:00Z"),
                        Instant.parse("2025-12-30T00:00:00Z"), 183, 38_766, 0.0525, 24), scores()),
                List.of(record("boosted-trees", true), record("logistic", false)), List.of(),
                List.of(new ModelsView.Task(new ModelTask(EntityKind.VIDEO, 24),
                        new Evaluation(new Evaluation.Scope(Instant.parse("2025-09-29T01:00:00Z"),
                                Instant.parse("2025-10-01T14:00:00Z"), 3, 15_000, 0.05, 24),
                                List.of(score("last-velocity", true, 0.12, 0.02, null),
                                        score("boosted-trees", false, 0.11, 0.02, new Measure(-0.01, -0.03, 0.01))))),
                        new ModelsView.Task(new ModelTask(EntityKind.SOUND, 6), null)));
    }

    @Override
    public Optional<Knowable> knowable() {
        Estimate share = new Estimate(0.912, new Interval(0.897, 0.926));
        return Optional.of(new Knowable(TO, TO, 53, 52_870, 0, 0.05,
                new Knowable.Oracle(0.84, 0.98, 0.97, 0.0037, 13.0, 0.8),
                List.of(new Knowable.Share("boosted-trees", 0.766, 0.0081, share, share, share))));
    }

    @Override
    public Optional<ModelRecord> model(String id) {
        return models().records().stream().filter(record -> record.id().equals(id)).findFirst();
    }

    private static List<ModelScore> scores() {
        return List.of(score("prevalence", true, 0.0525, 0, null), score("last-velocity", true, 0.231, 0.02, null),
                score("week-growth", true, 0.332, 0.024, null), score("log-linear", true, 0.318, 0.022, null),
                score("hawkes", true, 0.341, 0.025, null),
                score("logistic", false, 0.352, 0.024, new Measure(0.011, -0.004, 0.027)),
                score("boosted-trees", false, 0.554, 0.026, new Measure(0.213, 0.181, 0.247)));
    }

    private static ModelScore score(String model, boolean baseline, double prAuc, double half, @Nullable Measure edge) {
        Map<Score, Measure> measures = new EnumMap<>(Score.class);
        measures.put(Score.PR_AUC, new Measure(prAuc, prAuc - half, prAuc + half));
        measures.put(Score.AUC, around(0.5 + prAuc * 0.75, 0.01));
        measures.put(Score.PRECISION_AT_10, around(prAuc * 0.97, 0.03));
        measures.put(Score.RECALL_AT_50, around(0.2 + prAuc, 0.03));
        if (!baseline || model.equals("prevalence")) {
            measures.put(Score.BRIER, around(0.05 - prAuc * 0.03, 0.001));
            measures.put(Score.ECE, around(0.006, 0.002));
            measures.put(Score.LEAD_TIME, around(prAuc * 15, 1.1));
            measures.put(Score.FALSE_SURGE_RATE, around(0.9 - prAuc, 0.04));
        }
        return new ModelScore(model, baseline, measures, edge, baseline ? List.of() : bins(prAuc));
    }

    private static Measure around(double value, double half) {
        return new Measure(value, value - half, value + half);
    }

    private static List<ModelScore.Bin> bins(double skill) {
        return IntStream.range(0, 10).mapToObj(at -> {
            double stated = 0.005 + Math.pow(at / 9.0, 2) * 0.8 * (0.4 + skill);
            double observed = Math.min(1, stated * (at % 2 == 0 ? 1.06 : 0.95));
            return new ModelScore.Bin(stated, observed, Math.max(0, observed - 0.03 - stated * 0.1),
                    Math.min(1, observed + 0.03 + stated * 0.1), 2_584L);
        }).toList();
    }

    private static ModelRecord record(String model, boolean serving) {
        return new ModelRecord(model + "-2026-01-12", model, ModelTask.DAILY_HASHTAGS, serving,
                new ModelRecord.Training(TO.plusSeconds(14_400), Instant.parse("2025-01-01T00:00:00Z"), TO, 61_402,
                        3_190,
                        "feature_set_v1", 7),
                new ModelRecord.Fingerprints("sha256:1f0c9d2ab7e4", "0.1.0", model.equals("logistic")
                        ? null
                        : "sha256:9be17700c1d2"),
                Map.of("trees", TrainSettings.STANDARD.trees().toString(), "protocol",
                        SurgeProtocol.DAILY.toString(), "holdBackDays", "56", "calibration", "BETA"),
                Map.of("prAuc", 0.561, "ece", 0.0061),
                serving
                        ? List.of()
                        : List.of("Not shown to beat the baselines: PR-AUC 0.352 against 0.341 of hawkes."));
    }
}
