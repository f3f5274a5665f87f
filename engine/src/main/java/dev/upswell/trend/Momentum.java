package dev.upswell.trend;

/// How strongly an entity moves: a weighted mean of four terms, of which the absent ones drop out.
///
/// This is version 1, which takes each term scaled to [0, 1]; version 2 takes its percentile rank among entities of the
/// same kind, and stands in the package `rank`.
///
/// **range** [0, 1] · **absence** where no term is known
public final class Momentum {

    /// The terms with their weights, heaviest first.
    public enum Term {
        VELOCITY(Metric.VELOCITY, 0.4, 0, 5),
        ACCELERATION(Metric.ACCELERATION, 0.3, -1, 1),
        EFFICIENCY(Metric.ENGAGEMENT_EFFICIENCY, 0.2, 0, 1),
        DISPERSION(Metric.CREATOR_DISPERSION, 0.1, 0, 1);

        private final Metric metric;
        private final double weight;
        private final double least;
        private final double span;

        /// @param least the value that counts as 0
        /// @param most the value that counts as 1
        Term(Metric metric, double weight, double least, double most) {
            this.metric = metric;
            this.weight = weight;
            this.least = least;
            this.span = most - least;
        }

        /// The metric that it takes.
        public Metric metric() {
            return metric;
        }

        /// Its share in the mean when all terms are known.
        public double weight() {
            return weight;
        }

        /// This term's value scaled to [0, 1].
        double scaled(double value) {
            return Math.clamp((value - least) / span, 0, 1);
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
}
