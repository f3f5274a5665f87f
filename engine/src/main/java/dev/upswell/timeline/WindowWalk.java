package dev.upswell.timeline;

import org.jspecify.annotations.Nullable;

/// The gain of one counter in one window after the other, each as it was known at the window's end.
///
/// The end edge carries the last reading forward, because a later reading was not known then. The start edge lies on the
/// line between its two neighbours where these form a permitted bridge; in a longer gap the window counts from the first
/// reading inside it.
///
/// A gain smaller than the resolution at the edges is no measurable change: 0. That resolution is the coarsest of the
/// readings on which the edges rest: the last one, and at the start both neighbours where the edge lies between them. So
/// one exact reading does not make a difference from a rounded one measurable. Readings inside the window do not count:
/// their errors cancel in the running sum, except at a fall, where the interval reaches further both ways by what rounding
/// hid or invented there.
///
/// A walk is a cursor: ends must ascend, and each move costs amortised constant time. The accessors speak of the window
/// last moved to, and are meaningful only when that move returned true.
///
/// **units** gains in occurrences, times in epoch seconds
public final class WindowWalk {

    private final @Nullable GainCurve curve;
    private final long length;
    private int last = -1;
    private int start = -1;
    private int oldest;
    private long end;
    private long gain;
    private long backedSeconds;
    private long resolution;
    /// The readings on both sides of the start edge, the same where it does not lie between two, and the coarser of them.
    private int left;
    private int right;
    private int coarser;

    /// A walk of windows of this length over the curve; with no curve, every move returns false.
    public WindowWalk(@Nullable GainCurve curve, long lengthSeconds) {
        this.curve = curve;
        this.length = lengthSeconds;
    }

    /// Moves to the window that ends at `windowEnd`.
    ///
    /// @return whether a last reading still stands for the end edge, and the source reads at least once a window
    public boolean moveTo(long windowEnd) {
        end = windowEnd;
        GainCurve c = curve;
        if (c == null) {
            return false;
        }
        long[] times = c.times;
        readUntil(c, end);
        while (start + 1 < times.length && times[start + 1] <= end - length) {
            start++;
        }
        if (isUnread(c) || end - times[last] > GainCurve.MAX_CARRY_SECONDS || c.cadence[last] > length) {
            return false;
        }
        measure(c, end - length);
        return true;
    }

    /// Whether this counter was read together with that of another walk, so that the windows of both have the same edges.
    public boolean isReadWith(WindowWalk other) {
        return curve != null && other.curve != null && curve.wasReadWith(other.curve);
    }

    /// The gain of this counter in the window to which `leader` moved: the same as that of [#moveTo], which it spares.
    ///
    /// @param leader a walk whose counter was [read together][#isReadWith] with this one and whose last move returned true
    public long gainAlong(WindowWalk leader) {
        GainCurve c = walked();
        int left = leader.left;
        int right = leader.right;
        long before = left == right ? c.gained[left] : c.between(c.gained, left, leader.end - leader.length);
        long risen = c.gained[leader.last] - before;
        long coarsest = Math.max(c.resolutions[leader.last], Math.max(c.resolutions[left], c.resolutions[right]));
        return risen < coarsest ? 0 : risen;
    }

    private void readUntil(GainCurve c, long second) {
        long[] times = c.times;
        while (last + 1 < times.length && times[last + 1] <= second) {
            last++;
        }
    }

    private boolean isUnread(GainCurve c) {
        return last < (c.bornAtFirst ? 1 : 0);
    }

    private void measure(GainCurve c, long from) {
        boolean onReading = start >= 0 && c.times[start] == from;
        boolean onBridge = start >= 0 && start < last && c.isBridge(start + 1);
        if (onReading || onBridge) {
            boolean inside = start < last && !onReading;
            left = start;
            right = inside ? start + 1 : start;
            backedSeconds = c.backed[last] - c.backed[start] - (inside ? from - c.times[start] : 0);
        } else {
            left = Math.min(start + 1, last);
            right = left;
            boolean unborn = start < 0 && c.bornAtFirst;
            backedSeconds = c.backed[last] - (unborn ? from - c.times[0] : c.backed[left]);
        }
        gain = c.gained[last] - (left == right ? c.gained[left] : c.between(c.gained, left, from));
        coarser = c.resolutions[left] >= c.resolutions[right] ? left : right;
        resolution = Math.max(c.resolutions[coarser], c.resolutions[last]);
    }

    /// What the counter gained; 0 when the difference is smaller than the resolution. Never negative.
    public long gain() {
        return gain < resolution ? 0 : gain;
    }

    /// The least that rounding allows the gain to have been, whether the source cuts digits off or rounds to the nearest.
    public long gainLow() {
        GainCurve c = walked();
        return Math.max(0, gain() - c.shortBy(coarser, last) - (c.rebased[last] - c.rebased[left]));
    }

    /// The most that rounding allows the gain to have been, whether the source cuts digits off or rounds to the nearest.
    public long gainHigh() {
        GainCurve c = walked();
        return Math.max(0, gain + c.shortBy(last, coarser) + (c.rebased[last] - c.rebased[left]));
    }

    /// Whether something was gained, but less than the resolution, or may have been: the gain of 0 then is no measurement.
    public boolean isWithinRounding() {
        return gain() == 0 && gainHigh() > 0;
    }

    /// The share of the window backed by readings or permitted bridges. **range** [0, 1]
    public double coverage() {
        return (double) backedSeconds() / length;
    }

    /// Whether at least this share of the window is backed by readings or permitted bridges: [#coverage] without a division.
    ///
    /// @param share above 0, at most 1
    public boolean isBacked(double share) {
        return backedSeconds >= share * length;
    }

    /// How long the window is backed; whole seconds, so that a sum over walks does not depend on their order.
    public long backedSeconds() {
        return Math.clamp(backedSeconds, 0L, length);
    }

    /// When the reading was taken that stands for the end edge.
    public long lastReading() {
        return walked().times[last];
    }

    /// The source's usual cadence as known at the end.
    public long cadenceSeconds() {
        return walked().cadence[last];
    }

    /// The value read last.
    public long level() {
        return walked().values[last];
    }

    /// Whether nothing can have been gained before this epoch second, because the counter did not exist.
    public boolean isUnbornUntil(long second) {
        return walked().bornAtFirst && walked().times[0] >= second;
    }

    /// Whether the counter is known to have existed at `second`, because it was read from `since` up to the window's end and
    /// was not born at `second` or after. Holds also where the last move returned false.
    public boolean existedAt(long second, long since) {
        GainCurve c = curve;
        return c != null && !isUnread(c) && c.times[last] >= since && !isUnbornUntil(second);
    }

    /// Whether the counter was read in the 12 hours before the window's end, but usually is less than once a window: why the
    /// last move returned false.
    public boolean isReadTooSeldom() {
        GainCurve c = curve;
        return c != null && !isUnread(c) && end - c.times[last] <= GainCurve.MAX_CARRY_SECONDS
                && c.cadence[last] > length;
    }

    /// Whether the counter was read only once since its birth, so that the cadence is a guess.
    public boolean isReadOnce() {
        return walked().bornAtFirst && last == 1;
    }

    /// Whether the counter was read up to the window's end, however long before. Holds also where the last move returned
    /// false.
    public boolean wasRead() {
        GainCurve c = curve;
        return c != null && !isUnread(c);
    }

    /// Identifies the readings that the metrics of the window which ends at `windowEnd` can depend on, whatever the order in
    /// which they arrived; 0 where there is none. No need to move there first: this is cheaper.
    public long digest(long windowEnd) {
        GainCurve c = curve;
        if (c == null) {
            return 0;
        }
        readUntil(c, windowEnd);
        if (isUnread(c)) {
            return 0;
        }
        long before = windowEnd - GainCurve.LOOKBACK.toSeconds();
        while (oldest <= last && c.times[oldest] <= before) {
            oldest++;
        }
        return c.digests[last] - (oldest == 0 ? 0 : c.digests[oldest - 1]);
    }

    /// The digest of this counter where `leader`, [read together][#isReadWith] with it, was asked for its own just before.
    public long digestAlong(WindowWalk leader) {
        GainCurve c = walked();
        return leader.isUnread(c)
                ? 0
                : c.digests[leader.last] - (leader.oldest == 0 ? 0 : c.digests[leader.oldest - 1]);
    }

    private GainCurve walked() {
        if (curve == null) {
            throw new IllegalStateException("walk (no curve) has no window\nMaybe moveTo returned false.");
        }
        return curve;
    }
}
