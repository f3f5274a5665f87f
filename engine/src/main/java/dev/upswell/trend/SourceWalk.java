package dev.upswell.trend;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.GainCurve;
import dev.upswell.timeline.WindowWalk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the counters of one entity by one source from window to window.
final class SourceWalk {

    /// Where likes stand among the counters of engagement.
    private static final int LIKES = List.of(Gains.ENGAGEMENT).indexOf(Counter.LIKES);

    final String source;
    final WindowWalk views;
    private final WindowWalk[] engagement = new WindowWalk[Gains.ENGAGEMENT.length];
    /// Which of them were read together with the views, and so have the same windows.
    private final boolean[] together = new boolean[Gains.ENGAGEMENT.length];
    private final @Nullable WindowWalk hour;
    private boolean likesKnown;
    private long likesGained;

    SourceWalk(String source, EntityCurves curves, Window window) {
        this.source = source;
        GainCurve viewCurve = curves.of(Counter.VIEWS);
        views = new WindowWalk(viewCurve, window.seconds());
        for (int k = 0; k < engagement.length; k++) {
            engagement[k] = new WindowWalk(curves.of(Gains.ENGAGEMENT[k]), window.seconds());
            together[k] = engagement[k].isReadWith(views);
        }
        hour = window == Window.DAY ? new WindowWalk(viewCurve, Window.HOUR.seconds()) : null;
    }

    /// Moves the views; the rest follows in [#fill], so that a source not chosen costs little.
    boolean moveTo(long end) {
        return views.moveTo(end);
    }

    /// Takes down in gains reset before what was gained in the window that ends at `end`, to which [#moveTo] moved with enough
    /// coverage.
    ///
    /// Where rounding hides the views gained, engagements have nothing to be compared with and are left out.
    void fill(Gains gains, long end) {
        gains.viewsKnown = true;
        gains.views = views.gain();
        gains.viewsLow = views.gainLow();
        gains.viewsHigh = views.gainHigh();
        boolean hidden = gains.views == 0 && gains.viewsHigh > 0;
        boolean all = true;
        for (int k = 0; k < engagement.length; k++) {
            boolean given = isGiven(k, end);
            all &= given;
            gains.hidden[k] = given && hidden ? 1 : 0;
            if (given && !hidden) {
                gains.given[k] = 1;
                gains.gained[k] = gained(k);
                gains.viewsOf[k] = gains.views;
                gains.engagementOfAll += gains.gained[k];
            }
        }
        likesKnown = gains.given[LIKES] + gains.hidden[LIKES] > 0;
        likesGained = !likesKnown ? 0 : hidden ? gained(LIKES) : gains.gained[LIKES];
        gains.hiddenAll = all && hidden ? 1 : 0;
        gains.givenAll = all && !hidden ? 1 : 0;
        gains.viewsOfAll = all ? gains.views : 0;
        gains.engagementOfAll = all ? gains.engagementOfAll : 0;
        fillHour(gains, end);
    }

    /// Whether an engagement counter was read enough for the window; what was read together with the views was.
    private boolean isGiven(int k, long end) {
        return together[k] || engagement[k].moveTo(end) && engagement[k].isBacked(Metric.MIN_COVERAGE);
    }

    private long gained(int k) {
        return together[k] ? engagement[k].gainAlong(views) : engagement[k].gain();
    }

    private void fillHour(Gains gains, long end) {
        if (hour != null && hour.moveTo(end) && hour.isBacked(Metric.MIN_COVERAGE)) {
            gains.hourGiven = 1;
            gains.hourHidden = hour.isWithinRounding() ? 1 : 0;
            gains.hourViews = hour.gain();
            gains.viewsOfHour = gains.views;
        }
    }

    /// Whether likes were read enough for the window taken down last, however few the views.
    boolean knowsLikes() {
        return likesKnown;
    }

    /// The likes gained in that window, where they are known.
    long likesGained() {
        return likesGained;
    }

    /// Identifies the readings of views and engagement that the window which ends at `end` may depend on.
    long digest(long end) {
        long digest = views.digest(end);
        for (int k = 0; k < engagement.length; k++) {
            digest = Long.rotateLeft(digest, 13)
                    + (together[k] ? engagement[k].digestAlong(views) : engagement[k].digest(end));
        }
        return digest;
    }
}
