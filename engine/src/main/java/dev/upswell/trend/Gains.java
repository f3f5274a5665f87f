package dev.upswell.trend;

import dev.upswell.timeline.Counter;

/// What one entity, or several videos together, gained in one window: sums in integers, so that order never matters.
final class Gains {

    /// The counters that make up engagement, in the order of the arrays here.
    static final Counter[] ENGAGEMENT = {Counter.LIKES, Counter.COMMENTS, Counter.SHARES};

    boolean viewsKnown;
    long views;
    long viewsLow;
    long viewsHigh;
    boolean hourKnown;
    /// Views gained in the last hour of the window.
    long hourViews;
    /// How many contributors gave each engagement counter.
    final int[] given = new int[ENGAGEMENT.length];
    final long[] gained = new long[ENGAGEMENT.length];
    /// Views gained by those contributors: the denominator that fits.
    final long[] viewsOf = new long[ENGAGEMENT.length];
    /// Views gained by the contributors that gave every engagement counter.
    long viewsOfAll;
    long engagementOfAll;
    int givenAll;

    void reset() {
        viewsKnown = false;
        views = 0;
        viewsLow = 0;
        viewsHigh = 0;
        hourKnown = false;
        hourViews = 0;
        viewsOfAll = 0;
        engagementOfAll = 0;
        givenAll = 0;
        for (int k = 0; k < ENGAGEMENT.length; k++) {
            given[k] = 0;
            gained[k] = 0;
            viewsOf[k] = 0;
        }
    }

    void add(Gains other) {
        viewsKnown |= other.viewsKnown;
        views += other.views;
        viewsLow += other.viewsLow;
        viewsHigh += other.viewsHigh;
        hourKnown |= other.hourKnown;
        hourViews += other.hourViews;
        viewsOfAll += other.viewsOfAll;
        engagementOfAll += other.engagementOfAll;
        givenAll += other.givenAll;
        for (int k = 0; k < ENGAGEMENT.length; k++) {
            given[k] += other.given[k];
            gained[k] += other.gained[k];
            viewsOf[k] += other.viewsOf[k];
        }
    }
}
