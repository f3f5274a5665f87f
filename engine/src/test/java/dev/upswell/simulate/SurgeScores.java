package dev.upswell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/// Eligible hashtags of all six-hourly cuts with what happened, what a naive forecast says and what the oracle says.
record SurgeScores(List<Pair> pairs, int leastEligible) {

    private static final long DAY = 86_400;
    private static final double MINIMUM = 10_000;

    record Pair(String id, long cut, double growth, double growthBefore, double oracle, boolean surged) {
    }

    static SurgeScores of(SmallWorld world, Readings readings) {
        Map<String, Double> oracle = new HashMap<>();
        world.facts("surge_probability").forEach(row -> oracle
                .put("hashtag " + row[2] + Instant.parse(row[3]).getEpochSecond(), Double.valueOf(row[4])));
        List<Pair> pairs = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (long cut : world.facts("surge_probability").stream().map(row -> Instant.parse(row[3]).getEpochSecond())
                .distinct().toList()) {
            List<Pair> atCut = labelled(pairsAt(readings, oracle, cut));
            least = Math.min(least, atCut.size());
            pairs.addAll(atCut);
        }
        return new SurgeScores(pairs, least);
    }

    private static List<Pair> pairsAt(Readings readings, Map<String, Double> oracle, long cut) {
        List<Pair> pairs = new ArrayList<>();
        for (String id : readings.ids("hashtag")) {
            var now = readings.level(id, cut);
            var later = readings.level(id, cut + DAY);
            var before = readings.level(id, cut - DAY + 3600);
            if (now.isPresent() && later.isPresent() && now.getAsDouble() >= MINIMUM) {
                double growthBefore = before.isPresent() ? Math.log(now.getAsDouble() / before.getAsDouble()) : 0;
                pairs.add(new Pair(id, cut, Math.log(later.getAsDouble() / now.getAsDouble()), growthBefore,
                        oracle.getOrDefault(id + cut, 0.0), false));
            }
        }
        return pairs;
    }

    private static List<Pair> labelled(List<Pair> atCut) {
        double[] growths = atCut.stream().mapToDouble(Pair::growth).toArray();
        boolean[] all = new boolean[growths.length];
        Arrays.fill(all, true);
        double bar = Oracle.bar(growths, all);
        return atCut.stream()
                .map(p -> new Pair(p.id(), p.cut(), p.growth(), p.growthBefore(), p.oracle(), p.growth() > bar))
                .toList();
    }

    double prevalence() {
        return pairs.stream().filter(Pair::surged).count() / (double) pairs.size();
    }

    /// Area under the precision-recall curve, ties sharing their precision.
    double averagePrecision(ToDoubleFunction<Pair> score) {
        List<Pair> ordered = pairs.stream().sorted(Comparator.comparingDouble(score).reversed()).toList();
        double total = prevalence() * pairs.size();
        double area = 0;
        double hits = 0;
        for (int i = 0, next; i < ordered.size(); i = next) {
            double news = 0;
            for (next = i; next < ordered.size()
                    && score.applyAsDouble(ordered.get(next)) == score.applyAsDouble(ordered.get(i)); next++) {
                news += ordered.get(next).surged() ? 1 : 0;
            }
            hits += news;
            area += news / total * hits / next;
        }
        return area;
    }

    /// Spearman's rank correlation of yesterday's and the next day's growth.
    double persistence() {
        return new SpearmansCorrelation().correlation(
                pairs.stream().mapToDouble(Pair::growthBefore).toArray(),
                pairs.stream().mapToDouble(Pair::growth).toArray());
    }
}
