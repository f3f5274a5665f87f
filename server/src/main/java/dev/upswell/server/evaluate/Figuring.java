package dev.upswell.server.evaluate;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.numeric.Quantiles;
import dev.upswell.numeric.WilsonInterval;
import dev.upswell.server.evaluate.DayFigures.Bin;
import dev.upswell.server.evaluate.DayFigures.Lead;
import dev.upswell.server.evaluate.DayFigures.Ranges;
import dev.upswell.server.evaluate.DayFigures.Spread;
import dev.upswell.server.evaluate.DayFigures.TopK;
import dev.upswell.server.evaluate.DayFigures.Trailing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Computes the figures of a day from its judged pairs.
final class Figuring {

    /// Length of the trailing window: two weeks hold some surges and still move with the model.
    static final int TRAILING_DAYS = 14;

    /// A ranking is judged from this many surges, and as many pairs that did not surge.
    static final int ENOUGH_SURGES = 10;

    /// 15 bins are filled from this many pairs.
    static final int ENOUGH_PAIRS = 150;

    /// Nominal coverage of the view ranges.
    static final double NOMINAL = 0.9;

    private static final int SAMPLES = 200;
    private static final long SEED = 20_250_711;

    private Figuring() {
    }

    /// The figures of the pairs of one model and day.
    ///
    /// @param threshold the model's alert threshold; null when it has none
    static DayFigures of(List<JudgedPair> pairs, @Nullable Double threshold, Trailing trailing) {
        Set<JudgedPair> called = Called.of(pairs, threshold);
        int hits = (int) called.stream().filter(JudgedPair::surged).count();
        int surges = (int) pairs.stream().filter(JudgedPair::surged).count();
        Collection<List<JudgedPair>> cuts = Called.byCut(pairs).values();
        return new DayFigures(threshold, called.size(), hits, surges - hits, called.size() - hits, topK(cuts, 10),
                topK(cuts, 50), recallAtR(cuts), lead(pairs, called), ranges(pairs).orElse(null), trailing);
    }

    private static TopK topK(Collection<List<JudgedPair>> cuts, int k) {
        double precision = 0;
        double overlap = 0;
        double found = 0;
        double findable = 0;
        double all = 0;
        for (List<JudgedPair> cut : cuts) {
            List<JudgedPair> likeliest = Called.top(cut, k);
            long hits = likeliest.stream().filter(JudgedPair::surged).count();
            long surges = cut.stream().filter(JudgedPair::surged).count();
            precision += (double) hits / k;
            found += hits;
            findable += Math.min(k, surges);
            all += surges;
            Set<JudgedPair> fastest = new HashSet<>(cut.stream()
                    .sorted(Comparator.comparingDouble((JudgedPair pair) -> -pair.growth())
                            .thenComparing(JudgedPair::entity))
                    .limit(k).toList());
            overlap += likeliest.stream().filter(fastest::contains).count() / (double) Math.min(k, cut.size());
        }
        return new TopK(k, precision / cuts.size(), all == 0 ? null : Double.valueOf(found / all),
                all == 0 ? null : Double.valueOf(findable / all), overlap / cuts.size());
    }

    private static @Nullable Double recallAtR(Collection<List<JudgedPair>> cuts) {
        double found = 0;
        double all = 0;
        for (List<JudgedPair> cut : cuts) {
            int surges = (int) cut.stream().filter(JudgedPair::surged).count();
            found += Called.top(cut, surges).stream().filter(JudgedPair::surged).count();
            all += surges;
        }
        return all == 0 ? null : found / all;
    }

    private static Lead lead(List<JudgedPair> pairs, Set<JudgedPair> called) {
        List<Double> hits = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (JudgedPair pair : pairs) {
            Double hours = pair.hoursToBar();
            if (pair.surged() && hours != null) {
                all.add(called.contains(pair) ? hours : 0.0);
                if (called.contains(pair)) {
                    hits.add(hours);
                }
            }
        }
        hits.sort(Comparator.naturalOrder());
        return new Lead(hits, median(hits), median(all),
                all.isEmpty() ? null : all.stream().mapToDouble(Double::doubleValue).sum() / all.size());
    }

    /// The middle of these values; null when there are none.
    static @Nullable Double median(Collection<Double> values) {
        return values.isEmpty()
                ? null
                : Quantiles.of(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    static Optional<Ranges> ranges(Collection<JudgedPair> pairs) {
        int within = 0;
        List<Double> widths = new ArrayList<>();
        for (JudgedPair pair : pairs) {
            JudgedPair.Views views = pair.views();
            Double level = pair.level();
            if (views != null && level != null && views.low() > 0) {
                within += views.low() <= level && level <= views.high() ? 1 : 0;
                widths.add(views.high() / views.low());
            }
        }
        return widths.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ranges(within, widths.size(), Objects.requireNonNull(median(widths))));
    }

    /// The figures of a trailing window.
    ///
    /// @param pairs of all its cuts, in order of the cuts; at least one
    static Trailing trailing(List<JudgedPair> pairs) {
        ScoredPairs scored = scored(pairs);
        int surges = scored.positives();
        Evaluation judged = surges >= ENOUGH_SURGES && pairs.size() - surges >= ENOUGH_SURGES
                ? Evaluation.of(scored, SAMPLES, SEED).orElse(null)
                : null;
        boolean binned = judged != null && pairs.size() >= ENOUGH_PAIRS;
        double brier = pairs.stream().mapToDouble(pair -> {
            double off = (pair.surged() ? 1 : 0) - pair.probability();
            return off * off;
        }).sum() / pairs.size();
        return new Trailing(TRAILING_DAYS, pairs.size(), surges, (double) surges / pairs.size(), brier,
                binned ? spread(judged, Figure.ECE) : null, spread(judged, Figure.PR_AUC), spread(judged, Figure.AUC),
                ranges(pairs).orElse(null), binned ? bins(Objects.requireNonNull(judged)) : List.of());
    }

    private static @Nullable Spread spread(@Nullable Evaluation judged, Figure figure) {
        if (judged == null) {
            return null;
        }
        Estimate estimate = judged.estimate(figure);
        return new Spread(estimate.value(), estimate.interval().low(), estimate.interval().high());
    }

    private static List<Bin> bins(Evaluation judged) {
        return judged.bins().stream().map(bin -> {
            WilsonInterval interval = WilsonInterval.of(bin.observed(), bin.pairs());
            return new Bin(bin.predicted(), bin.observed(), interval.low(), interval.high(), bin.pairs());
        }).toList();
    }

    private static ScoredPairs scored(List<JudgedPair> pairs) {
        int size = pairs.size();
        double[] probabilities = new double[size];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            JudgedPair pair = pairs.get(i);
            probabilities[i] = pair.probability();
            labels[i] = pair.surged() ? 1 : 0;
            entities[i] = numbers.computeIfAbsent(pair.entity(), _ -> numbers.size());
            cuts[i] = pair.cut().getEpochSecond();
        }
        return new ScoredPairs(probabilities, labels, entities, cuts);
    }
}
