package dev.upswell.forecast.reach;

import dev.upswell.numeric.LowerBound;
import java.util.Comparator;
import java.util.List;

/// The outcomes of some videos in the order in which they became known, to be read as of any instant.
final class KnownOutcomes {

    static final KnownOutcomes NONE = new KnownOutcomes(List.of());

    private final long[] knownAt;
    private final double[] values;
    private final double[] sums;

    KnownOutcomes(List<ReachTarget.Outcome> outcomes) {
        List<ReachTarget.Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparingLong(ReachTarget.Outcome::knownAt)
                        .thenComparingDouble(ReachTarget.Outcome::logViews))
                .toList();
        knownAt = sorted.stream().mapToLong(ReachTarget.Outcome::knownAt).toArray();
        values = sorted.stream().mapToDouble(ReachTarget.Outcome::logViews).toArray();
        sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    /// How many were known at this second.
    int until(long second) {
        return LowerBound.of(knownAt.length, i -> knownAt[i] <= second);
    }

    /// The latest `count` known at this second, oldest first; fewer when there are fewer.
    double[] latest(int count, long second) {
        int to = until(second);
        int from = Math.max(0, to - count);
        double[] latest = new double[to - from];
        System.arraycopy(values, from, latest, 0, latest.length);
        return latest;
    }

    /// Those that became known in (from, to], in that order.
    double[] between(long from, long to) {
        return latest(until(to) - until(from), to);
    }

    /// The mean of those that became known in (from, to], drawn toward `prior` as by `weight` outcomes of that value.
    double shrunkMean(long from, long to, double prior, double weight) {
        int first = until(from);
        int last = until(to);
        return (sums[last] - sums[first] + prior * weight) / (last - first + weight);
    }
}
