package dev.upswell.trend;

import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;

/// The windows for which metrics are computed: event time, UTC, open at the start and closed at the end.
public enum Window {
    /// A quarter of an hour, tumbling.
    QUARTER_HOUR("15m", 900, 900),
    /// An hour, tumbling.
    HOUR("1h", 3600, 3600),
    /// A day that slides by the hour.
    DAY("24h", 86_400, 3600);

    private final String label;
    private final long seconds;
    private final long step;

    Window(String label, long seconds, long step) {
        this.label = label;
        this.seconds = seconds;
        this.step = step;
    }

    /// The short word for this window, as files, URLs and the command line write it.
    public String label() {
        return label;
    }

    /// How long a window is, in seconds.
    public long seconds() {
        return seconds;
    }

    /// How long a window is.
    public Duration length() {
        return Duration.ofSeconds(seconds);
    }

    /// How far apart the ends of successive windows are, in seconds.
    public long stepSeconds() {
        return step;
    }

    /// The first window end at or after this instant.
    public Instant endFrom(Instant instant) {
        return Instant.ofEpochSecond(Math.ceilDiv(CounterSeries.secondOf(instant), step) * step);
    }

    /// The last window end at or before this instant.
    public Instant endUntil(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step) * step);
    }

    /// The window with this label.
    ///
    /// **errors** `IllegalArgumentException` naming the legal labels when there is none.
    public static Window of(String label) {
        for (Window window : values()) {
            if (window.label.equals(label)) {
                return window;
            }
        }
        throw new IllegalArgumentException("window (" + label + ") must be one of 15m, 1h, 24h\nMaybe use 24h.");
    }
}
