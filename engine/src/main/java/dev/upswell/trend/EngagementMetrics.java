package dev.upswell.trend;

import java.util.Optional;

/// Engagement per view gained, shrunk toward the prior rates so that a handful of views proves nothing.
final class EngagementMetrics {

    /// The engagement rate that counts as full efficiency.
    private static final double FULL_EFFICIENCY = 0.20;

    private static final Metric[] RATES = {Metric.LIKE_RATE, Metric.COMMENT_RATE, Metric.SHARE_RATE};

    private EngagementMetrics() {
    }

    static void fill(MetricValues.Building values, Gains gains, Optional<EngagementPrior.Rates> prior) {
        double[] priors = prior.map(rates -> new double[]{rates.like(), rates.comment(), rates.share()})
                .orElse(new double[3]);
        double weight = prior.isPresent() ? EngagementPrior.WEIGHT_VIEWS : 0;
        for (int k = 0; k < RATES.length; k++) {
            if (gains.given[k] > 0) {
                fillRate(values, RATES[k], gains.gained[k], gains.viewsOf[k], priors[k], weight);
            }
        }
        if (gains.givenAll > 0) {
            double all = priors[0] + priors[1] + priors[2];
            fillRate(values, Metric.ENGAGEMENT_RATE, gains.engagementOfAll, gains.viewsOfAll, all, weight);
            fillEfficiency(values);
        }
    }

    private static void fillRate(MetricValues.Building values, Metric rate, long gained, long views, double prior,
            double weight) {
        if (views > 0) {
            values.put(rate, (gained + weight * prior) / (views + weight));
        } else {
            values.absent(rate, Absence.NO_VIEWS_GAINED);
        }
    }

    private static void fillEfficiency(MetricValues.Building values) {
        if (values.has(Metric.ENGAGEMENT_RATE)) {
            values.put(Metric.ENGAGEMENT_EFFICIENCY,
                    Math.clamp(values.get(Metric.ENGAGEMENT_RATE) / FULL_EFFICIENCY, 0, 1));
        } else {
            values.absent(Metric.ENGAGEMENT_EFFICIENCY, Absence.NO_VIEWS_GAINED);
        }
    }
}
