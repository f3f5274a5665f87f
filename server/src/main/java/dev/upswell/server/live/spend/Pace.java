package dev.upswell.server.live.spend;

import java.time.Duration;

/// How fast a source is asked: without a pause between requests, until it answers "too many requests". Then the gap doubles, from a
/// quarter of a second up to half a minute, and every page that comes takes a tenth of it away again.
///
/// Not for use by several threads at once.
public final class Pace {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private Duration gap;
    private Duration owed = Duration.ZERO;

    /// @param gap as it was kept
    public Pace(Duration gap) {
        this.gap = gap;
    }

    /// How long to wait before the next request; zero when nothing is owed.
    public Duration owed() {
        return owed;
    }

    /// The pause between requests.
    public Duration gap() {
        return gap;
    }

    /// Time passed without a request.
    public void rested(Duration time) {
        owed = owed.compareTo(time) <= 0 ? Duration.ZERO : owed.minus(time);
    }

    /// A request was sent.
    public void asked() {
        owed = gap;
    }

    /// The source says that it is asked too fast.
    public void throttled() {
        Duration doubled = gap.isZero() ? FIRST : gap.multipliedBy(2);
        gap = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        owed = gap;
    }

    /// A page came.
    public void flowed() {
        Duration shorter = Duration.ofMillis(gap.toMillis() * 9 / 10);
        gap = shorter.compareTo(SHORTEST) < 0 ? Duration.ZERO : shorter;
        owed = owed.compareTo(gap) > 0 ? gap : owed;
    }
}
