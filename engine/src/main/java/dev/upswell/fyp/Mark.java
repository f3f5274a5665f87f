package dev.upswell.fyp;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// An age at which each video is scored, by what was known then.
public enum Mark {
    QUARTER("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    DAY("24h", Duration.ofHours(24));

    private final String label;
    private final Duration age;

    Mark(String label, Duration age) {
        this.label = label;
        this.age = age;
    }

    /// How it is written, such as `15m`.
    public String label() {
        return label;
    }

    /// The age of the video.
    public Duration age() {
        return age;
    }

    /// When a video that was posted then reaches it.
    public Instant of(Instant postedAt) {
        return postedAt.plus(age);
    }

    /// The mark that is written so; empty when there is none.
    public static Optional<Mark> find(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
