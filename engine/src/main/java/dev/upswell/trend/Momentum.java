package dev.upswell.trend;

import dev.upswell.numeric.PercentileRank;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How strongly an entity moves: a weighted mean of four terms, of which the absent ones drop out.
///
/// Version 1 takes each term scaled to [0, 1]; version 2 takes its percentile rank among entities of the same kind.
///
/// **range** [0, 1] · **absence** where no term is known
final class Momentum {

    /// The terms with their weights, heaviest first.
    enum Term {
        VELOCITY(Metric.VELOCITY, 0.4),
        ACCELERATION(Metric.ACCELERATION, 0.3),
        EFFICIENCY(Metric.ENGAGEMENT_EFFICIENCY, 0.2),
        DISPERSION(Metric.CREATOR_DISPERSION, 0.1);

        final Metric metric;
        final double weight;

        Term(Metric metric, double weight) {
            this.metric = metric;
            this.weight = weight;
        }

        /// This term's value scaled to [0, 1].
        double scaled(double value) {
            return switch (this) {
                case VELOCITY -> Math.clamp(value / 5, 0, 1);
                case ACCELERATION -> Math.clamp((value + 1) / 2, 0, 1);
                case EFFICIENCY, DISPERSION -> Math.clamp(value, 0, 1);
            };
        }
    }

    private static final Term[] TERMS = Term.values();

    private Momentum() {
    }

    static void fill(MetricValues.Building values) {
        double sum = 0;
        double weight = 0;
        for (Term term : TERMS) {
            if (values.has(term.metric)) {
                sum += term.weight * term.scaled(values.get(term.metric));
                weight += term.weight;
            }
        }
        if (weight > 0) {
            values.put(Metric.MOMENTUM, Math.clamp(sum / weight, 0, 1));
        } else {
            values.absent(Metric.MOMENTUM, Absence.NO_TERM);
        }
    }

    /// Version 2 of a row, from the percentile ranks of its terms; empty where it has no term.
    static OptionalDouble ofRanks(Map<Metric, Double> ranks) {
        double sum = 0;
        double weight = 0;
        for (Term term : TERMS) {
            Double rank = ranks.get(term.metric);
            if (rank != null) {
                sum += term.weight * rank;
                weight += term.weight;
            }
        }
        return weight > 0 ? OptionalDouble.of(sum / weight) : OptionalDouble.empty();
    }

    /// The values of each term in rows of one kind and one window end, for the ranks of version 2.
    static final class Peers {

        private final Map<Metric, double[]> ascending = new EnumMap<>(Metric.class);

        Peers(List<MetricRow> rows) {
            for (Term term : TERMS) {
                ascending.put(term.metric, rows.stream().map(row -> row.value(term.metric))
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
    }
}
