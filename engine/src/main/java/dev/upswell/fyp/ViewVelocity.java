package dev.upswell.fyp;

import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// Views per minute that a video gained from its posting to an age, as known at an instant.
///
/// **units** views/min · **range** at least 0 · **absence** when that age was not reached, or no readings known then lie near it
public final class ViewVelocity {

    /*
     * The views at the edge are the line between the last reading at or before it and the first one after it, where the two lie no further apart
     * than four thirds of the window; posting counts as a reading of 0. Where no later reading is known yet, the last one speaks if it was taken in
     * the last third of the window, by its own rate so far: carrying it forward would fall short by up to a third, and by another part for each
     * video, and videos are compared with each other here. A fall below an earlier reading counts as no gain, never as a loss.
     */

    private ViewVelocity() {
    }

    /// The velocity over the first `window` of a video.
    ///
    /// @param views readings of its views; what comes after `asOf` is not looked at
    public static OptionalDouble of(CounterSeries views, Instant postedAt, Duration window, Instant asOf) {
        long posted = CounterSeries.secondOf(postedAt);
        long length = window.toSeconds();
        long edge = posted + length;
        if (asOf.getEpochSecond() < edge) {
            return OptionalDouble.empty();
        }
        int last = views.lastIndexAt(edge);
        boolean read = last >= 0 && views.epochSecondAt(last) > posted;
        long from = read ? views.epochSecondAt(last) : posted;
        double level = read ? views.valueAt(last) : 0;
        int next = last + 1;
        if (read && from == edge) {
            return perMinute(level, length);
        }
        if (next < views.size() && views.epochSecondAt(next) <= asOf.getEpochSecond()
                && 3 * (views.epochSecondAt(next) - from) <= 4 * length) {
            double gained = Math.max(0, views.valueAt(next) - level);
            return perMinute(level + gained * (edge - from) / (views.epochSecondAt(next) - from), length);
        }
        return read && 3 * (edge - from) <= length ? perMinute(level, from - posted) : OptionalDouble.empty();
    }

    private static OptionalDouble perMinute(double views, long seconds) {
        return OptionalDouble.of(60 * views / seconds);
    }
}
