package dev.upswell.trend.rank;

import dev.upswell.numeric.PercentileRank;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Momentum;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The values of each momentum term in rows of one kind and one window end, for the ranks of version 2.
final class MomentumPeers {

    private final Map<Metric, double[]> ascending = new EnumMap<>(Metric.class);

    MomentumPeers(List<MetricRow> rows) {
        for (Momentum.Term term : Momentum.Term.values()) {
            ascending.put(term.metric(), rows.stream().map(row -> row.value(term.metric()))
                    .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble).sorted().toArray());
        }
    }

    /// The percentile rank of each term that one of these rows has.
    Map<Metric, Double> ranks(MetricRow row) {
        Map<Metric, Double> ranks = new EnumMap<>(Metric.class);
        ascending.forEach((metric, values) -> row.value(metric)
                .ifPresent(value -> ranks.put(metric, PercentileRank.of(values, value))));
        return ranks;
    }

    /// Momentum version 2 of a row, from the percentile ranks of its terms; empty where it has no term.
    static OptionalDouble ofRanks(Map<Metric, Double> ranks) {
        double sum = 0;
        double weight = 0;
        for (Momentum.Term term : Momentum.Term.values()) {
            Double rank = ranks.get(term.metric());
            if (rank != null) {
                sum += term.weight() * rank;
                weight += term.weight();
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }
}
