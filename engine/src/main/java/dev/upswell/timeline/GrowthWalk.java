package dev.upswell.timeline;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The logarithmic growth of a counter's level over a fixed time, at one instant after the other, as known at each.
///
/// The level at the end is the last reading, at most 12 hours old. The level at the start lies on the line between its
/// neighbours where these form a permitted bridge, else it too is the last reading, at most 12 hours old then.
///
/// A difference smaller than the resolution of the readings behind the two levels is no measurable change: 0.
///
/// **units** log ratio · **absence** where a level is unknown or 0 · **cost** amortised constant; ends must ascend
public final class GrowthWalk {

    private final @Nullable GainCurve curve;
    private final long length;
    private int last = -1;
    private int start = -1;

    /// A walk over this curve; with no curve, growth is absent everywhere.
    public GrowthWalk(@Nullable GainCurve curve, long lengthSeconds) {
        this.curve = curve;
        this.length = lengthSeconds;
    }

    /// The growth from `end - length` to `end`.
    public OptionalDouble moveTo(long end) {
        GainCurve c = curve;
        if (c == null) {
            return OptionalDouble.empty();
        }
        long[] times = c.times;
        while (last + 1 < times.length && times[last + 1] <= end) {
            last++;
        }
        while (start + 1 < times.length && times[start + 1] <= end - length) {
            start++;
        }
        long carry = GainCurve.MAX_CARRY_SECONDS;
        if (start < 0 || end - times[last] > carry) {
            return OptionalDouble.empty();
        }
        boolean onBridge = start < last && c.isBridge(start + 1);
        if (!onBridge && end - length - times[start] > carry) {
            return OptionalDouble.empty();
        }
        long before = onBridge ? c.between(c.values, start, end - length) : c.values[start];
        long now = c.values[last];
        if (before <= 0 || now <= 0) {
            return OptionalDouble.empty();
        }
        long resolution = Math.max(c.resolutions[last],
                Math.max(c.resolutions[start], onBridge ? c.resolutions[start + 1] : 1));
        return OptionalDouble.of(Math.abs(now - before) < resolution ? 0 : Math.log((double) now / before));
    }
}
