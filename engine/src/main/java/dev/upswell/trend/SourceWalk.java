package dev.upswell.trend;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GainCurve;
import dev.upswell.timeline.WindowWalk;
import org.jspecify.annotations.Nullable;

/// Walks the counters of one entity by one source from window to window.
final class SourceWalk {

    /// Below it a part of the input says nothing about the window.
    static final double MIN_COVERAGE = Metric.MIN_COVERAGE;

    final String source;
    final WindowWalk views;
    private final WindowWalk[] engagement = new WindowWalk[Gains.ENGAGEMENT.length];
    private final @Nullable WindowWalk hour;

    SourceWalk(String source, EntityCurves curves, Window window) {
        this.source = source;
        GainCurve viewCurve = curves.of(Counter.VIEWS);
        views = new WindowWalk(viewCurve, window.seconds());
        for (int k = 0; k < engagement.length; k++) {
            engagement[k] = new WindowWalk(curves.of(Gains.ENGAGEMENT[k]), window.seconds());
        }
        hour = window == Window.DAY ? new WindowWalk(viewCurve, Window.HOUR.seconds()) : null;
    }

    /// Moves the views; the rest follows in [#fill], so that a source not chosen costs little.
    boolean moveTo(long end) {
        return views.moveTo(end);
    }

    /// Takes down what was gained in the window that ends at `end`, to which [#moveTo] moved with enough coverage.
    void fill(Gains gains, long end) {
        gains.reset();
        gains.viewsKnown = true;
        gains.views = views.gain();
        gains.viewsLow = views.gainLow();
        gains.viewsHigh = views.gainHigh();
        boolean all = true;
        for (int k = 0; k < engagement.length; k++) {
            WindowWalk walk = engagement[k];
            if (walk.moveTo(end) && walk.coverage() >= MIN_COVERAGE) {
                gains.given[k] = 1;
                gains.gained[k] = walk.gain();
                gains.viewsOf[k] = gains.views;
                gains.engagementOfAll += walk.gain();
            } else {
                all = false;
            }
        }
        gains.givenAll = all ? 1 : 0;
        gains.viewsOfAll = all ? gains.views : 0;
        gains.engagementOfAll = all ? gains.engagementOfAll : 0;
        if (hour != null && hour.moveTo(end) && hour.coverage() >= MIN_COVERAGE) {
            gains.hourKnown = true;
            gains.hourViews = hour.gain();
        }
    }

    /// Identifies the readings of views and engagement behind the window moved to.
    long digest(long end) {
        long digest = views.digest();
        for (int k = 0; k < engagement.length; k++) {
            digest = Long.rotateLeft(digest, 13) + (engagement[k].moveTo(end) ? engagement[k].digest() : k + 1);
        }
        return digest;
    }
}
