package dev.upswell.creative;

import java.util.Arrays;
import java.util.Optional;

/// Videos of similar length, which are compared with each other only.
public enum DurationBucket {
    /// Above 0 up to 15 seconds.
    UP_TO_15(0, 15),
    /// Above 15 up to 30 seconds.
    UP_TO_30(15, 30),
    /// Above 30 up to 60 seconds.
    UP_TO_60(30, 60),
    /// Above 60 up to 90 seconds.
    UP_TO_90(60, 90),
    /// Above 90 up to 120 seconds.
    UP_TO_120(90, 120);

    private final int above;
    private final int upTo;

    DurationBucket(int above, int upTo) {
        this.above = above;
        this.upTo = upTo;
    }

    /// The bucket of a video this long; empty beyond 120 seconds, which are out of scope, and for 0 and less.
    public static Optional<DurationBucket> find(double seconds) {
        return Arrays.stream(values()).filter(bucket -> seconds > bucket.above && seconds <= bucket.upTo).findFirst();
    }

    /// The length of its longest videos in seconds.
    public int upTo() {
        return upTo;
    }

    /// For example `15–30 s`.
    public String label() {
        return above + "–" + upTo + " s";
    }
}
