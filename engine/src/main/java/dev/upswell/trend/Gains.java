package dev.upswell.trend;

import dev.upswell.timeline.Counter;
import java.util.Optional;

/// What one entity, or several videos together, gained in one window: sums in integers, so that order never matters.
final class Gains {

    /// The counters that make up engagement, in the order of the arrays here.
    static final Counter[] ENGAGEMENT = {Counter.LIKES, Counter.COMMENTS, Counter.SHARES};

    /// The engagement rate that counts as full efficiency.
    private static final double FULL_EFFICIENCY = 0.20;

    private static final EngagementPrior.Rates WITHOUT = new EngagementPrior.Rates(0, 0, 0);

    private static final Metric[] RATES = {Metric.LIKE_RATE, Metric.COMMENT_RATE, Metric.SHARE_RATE};

    boolean viewsKnown;
    long views;
    long viewsLow;
    long viewsHigh;
    /// How many contributors were read in the last hour of the window.
    int hourGiven;
    /// How many of those gained less in it than their rounding may hide.
    int hourHidden;
    /// Views that those gained in the last hour.
    long hourViews;
    /// Views that those gained in the window.
    long viewsOfHour;
    /// How many contributors gave each engagement counter.
    final int[] given = new int[ENGAGEMENT.length];
    final long[] gained = new long[ENGAGEMENT.length];
    /// Views gained by those contributors: the denominator that fits.
    final long[] viewsOf = new long[ENGAGEMENT.length];
    /// How many contributors gave each engagement counter, but gained fewer views than their rounding shows.
    final int[] hidden = new int[ENGAGEMENT.length];
    /// Views gained by the contributors that gave every engagement counter.
    long viewsOfAll;
    long engagementOfAll;
    int givenAll;
    int hiddenAll;

    void reset() {
        if (!viewsKnown) {
            return; // nothing was taken down since
        }
        viewsKnown = false;
        views = 0;
        viewsLow = 0;
        viewsHigh = 0;
        hourGiven = 0;
        hourHidden = 0;
        hourViews = 0;
        viewsOfHour = 0;
        viewsOfAll = 0;
        engagementOfAll = 0;
        givenAll = 0;
        hiddenAll = 0;
        for (int k = 0; k < ENGAGEMENT.length; k++) {
            given[k] = 0;
            gained[k] = 0;
            viewsOf[k] = 0;
            hidden[k] = 0;
        }
    }

    void add(Gains other) {
        viewsKnown |= other.viewsKnown;
        views += other.views;
        viewsLow += other.viewsLow;
        viewsHigh += other.viewsHigh;
        hourGiven += other.hourGiven;
        hourHidden += other.hourHidden;
        hourViews += other.hourViews;
        viewsOfHour += other.viewsOfHour;
        viewsOfAll += other.viewsOfAll;
        engagementOfAll += other.engagementOfAll;
        givenAll += other.givenAll;
        hiddenAll += other.hiddenAll;
        for (int k = 0; k < ENGAGEMENT.length; k++) {
            given[k] += other.given[k];
            gained[k] += other.gained[k];
            viewsOf[k] += other.viewsOf[k];
            hidden[k] += other.hidden[k];
        }
    }

    /// Whether the last hour is known of contributors with at least half of the views.
    boolean isHourKnown() {
        return hourGiven > 0 && 2 * viewsOfHour >= views;
    }

    /// Why what describes views has no value where none were gained.
    Absence withoutViews() {
        return viewsHigh > 0 ? Absence.WITHIN_ROUNDING : Absence.NO_VIEWS_GAINED;
    }

    /// Puts down engagement per view, shrunk toward the prior rates so that a handful of views proves nothing.
    void fillRates(MetricValues.Building values, Optional<EngagementPrior.Rates> prior) {
        EngagementPrior.Rates rates = prior.orElse(WITHOUT);
        double weight = prior.isPresent() ? EngagementPrior.WEIGHT_VIEWS : 0;
        fillRate(values, 0, rates.like(), weight);
        fillRate(values, 1, rates.comment(), weight);
        fillRate(values, 2, rates.share(), weight);
        if (givenAll > 0) {
            double all = rates.like() + rates.comment() + rates.share();
            fillRate(values, Metric.ENGAGEMENT_RATE, engagementOfAll, viewsOfAll, all, weight);
            fillEfficiency(values);
        } else if (hiddenAll > 0) {
            values.absent(Metric.ENGAGEMENT_RATE, Absence.WITHIN_ROUNDING);
            values.absent(Metric.ENGAGEMENT_EFFICIENCY, Absence.WITHIN_ROUNDING);
        }
    }

    /// What the engagement rate counts as at least where its logarithm is asked for: half an engagement, since none in a
    /// few views does not prove that none ever comes.
    double leastRate(Optional<EngagementPrior.Rates> prior) {
        return 0.5 / (viewsOfAll + (prior.isPresent() ? EngagementPrior.WEIGHT_VIEWS : 0));
    }

    private void fillRate(MetricValues.Building values, int k, double prior, double weight) {
        if (given[k] > 0) {
            fillRate(values, RATES[k], gained[k], viewsOf[k], prior, weight);
        } else if (hidden[k] > 0) {
            values.absent(RATES[k], Absence.WITHIN_ROUNDING);
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
