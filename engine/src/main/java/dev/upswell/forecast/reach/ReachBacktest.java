package dev.upswell.forecast.reach;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.numeric.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Foretells the reach of past videos from what was known then, with models that are retrained as time goes on.
public final class ReachBacktest {

    private static final int SAMPLES = 500;
    private static final long DAY = 24 * 3600;

    private ReachBacktest() {
    }

    /// What is judged.
    ///
    /// @param from videos posted from here on
    /// @param to videos posted until here
    public record Range(Instant from, Instant to, Duration retrainEvery) {

        public Range {
            if (!from.isBefore(to) || retrainEvery.compareTo(Duration.ofHours(1)) < 0) {
                throw new IllegalArgumentException("range (" + from + " to " + to + ", retrained every " + retrainEvery
                        + ") must not be empty\nMaybe the ends are swapped.");
            }
        }
    }

    /// The figures of every stage of which videos could be judged.
    ///
    /// **cost** one training a stage and `retrainEvery`
    public static ReachReport run(ReachArchive archive, Range range, ReachSettings settings) {
        Map<ReachStage, ReachReport.StageResult> results = new EnumMap<>(ReachStage.class);
        for (ReachStage stage : archive.target().stages()) {
            judge(archive, stage, range, settings).ifPresent(one -> results.put(stage, one));
        }
        return new ReachReport(results);
    }

    private static Optional<ReachReport.StageResult> judge(ReachArchive archive, ReachStage stage, Range range,
            ReachSettings settings) {
        StageRows all = StageRows.of(archive, stage);
        long lag = archive.target().lagSeconds(stage);
        List<Integer> judged = new ArrayList<>();
        ViewDistribution[] model = new ViewDistribution[all.size()];
        ViewDistribution[] rule = new ViewDistribution[all.size()];
        long step = range.retrainEvery().toSeconds();
        for (long at = range.from().getEpochSecond(); at <= range.to().getEpochSecond(); at += step) {
            Dataset known = all.knownAt(at);
            int[] asked = asked(all, at, Math.min(at + step, range.to().getEpochSecond() + 1));
            if (known.size() >= settings.leastVideos() && asked.length > 0) {
                StageFit fit = StageFit.of(stage, known, lag, settings);
                Dataset rows = all.rows().rows(asked);
                ViewDistribution[] said = fit.distributions(rows.values(), rows.size());
                ViewDistribution[] ruled = fit.ruleDistributions(rows.values(), rows.size());
                for (int i = 0; i < asked.length; i++) {
                    judged.add(asked[i]);
                    model[asked[i]] = said[i];
                    rule[asked[i]] = ruled[i];
                }
            }
        }
        return judged.isEmpty() ? Optional.empty() : Optional.of(result(all, judged, model, rule));
    }

    /// The rows of videos posted in [from, to).
    private static int[] asked(StageRows all, long from, long to) {
        int[] found = new int[all.size()];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            long posted = all.entries().get(i).createdAt();
            if (posted >= from && posted < to) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static ReachReport.StageResult result(StageRows all, List<Integer> judged, ViewDistribution[] model,
            ViewDistribution[] rule) {
        int[] order = judged.stream().sorted((x, y) -> Long.compare(all.askedAt()[x], all.askedAt()[y]))
                .mapToInt(Integer::intValue).toArray();
        ScoredPairs modelPairs = pairs(all, order, model);
        ScoredPairs rulePairs = pairs(all, order, rule);
        int breakouts = modelPairs.positives();
        boolean both = breakouts > 0 && breakouts < order.length;
        int start = ReachFeatures.indexOf("start_views");
        int width = ReachFeatures.ALL.size();
        long read = Arrays.stream(order).filter(i -> !Float.isNaN(all.rows().values()[i * width + start])).count();
        return new ReachReport.StageResult(order.length, breakouts, (double) read / order.length,
                figures(all, order, model, modelPairs), figures(all, order, rule, rulePairs),
                both ? Evaluation.difference(modelPairs, rulePairs, SAMPLES, 1) : null);
    }

    private static ScoredPairs pairs(StageRows all, int[] order, ViewDistribution[] said) {
        double[] probabilities = new double[order.length];
        float[] labels = new float[order.length];
        int[] creators = new int[order.length];
        long[] days = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            probabilities[i] = said[row].above(all.markets().get(row).breakout());
            labels[i] = all.brokeOut(row) ? 1 : 0;
            creators[i] = all.rows().entities()[row];
            days[i] = all.askedAt()[row] / DAY * DAY;
        }
        return new ScoredPairs(probabilities, labels, creators, days);
    }

    private static ReachReport.Judged figures(StageRows all, int[] order, ViewDistribution[] said, ScoredPairs pairs) {
        double[] errors = new double[order.length];
        double[] widths = new double[order.length];
        double loss = 0;
        int inside = 0;
        for (int i = 0; i < order.length; i++) {
            ViewDistribution expected = said[order[i]];
            double came = all.rows().labels()[order[i]];
            double low = expected.quantile(0.05);
            double high = expected.quantile(0.95);
            errors[i] = Math.abs(expected.quantile(0.5) - came);
            widths[i] = high - low;
            inside += came >= low && came <= high ? 1 : 0;
            loss -= Math.log(Math.max(1e-9, expected.classes().get(ViewDistribution.classOf(came))));
        }
        return new ReachReport.Judged(Evaluation.of(pairs, SAMPLES, 1).orElse(null), Quantiles.of(errors, 0.5),
                (double) inside / order.length, Quantiles.of(widths, 0.5), loss / order.length);
    }
}
