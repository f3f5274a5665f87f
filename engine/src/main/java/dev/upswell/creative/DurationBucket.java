package dev.upswell.creative;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which videos are compared with each other, and with no others: those of similar length, or those whose length nobody tells.
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
    UP_TO_120(90, 120),
    /// Videos whose length nobody tells: no length but a group of its own, in which short and long ones are mixed. Searched only where somebody
    /// asks for it.
    UNKNOWN(0, 0);

    /// The lengths, the shortest first.
    public static final List<DurationBucket> LENGTHS = Arrays.stream(values()).filter(DurationBucket::isLength)
            .toList();

    private final int above;
    private final int upTo;

    DurationBucket(int above, int upTo) {
        this.above = above;
        this.upTo = upTo;
    }

    /// The bucket of a video this long; empty beyond 120 seconds, which are out of scope, and for 0 and less.
    public static Optional<DurationBucket> find(double seconds) {
        return LENGTHS.stream().filter(bucket -> seconds > bucket.above && seconds <= bucket.upTo).findFirst();
    }

    /// Whether its videos are of similar length; false for those whose length nobody tells.
    public boolean isLength() {
        return upTo > 0;
    }

    /// The length of its longest videos in seconds.
    ///
    /// **errors** `IllegalStateException` where nobody tells how long they are
    public int upTo() {
        if (!isLength()) {
            throw new IllegalStateException(
                    "bucket (" + this + ") has no longest video that is known\nMaybe ask isLength() first.");
        }
        return upTo;
    }

    /// For example `15–30 s`, or `unknown length`.
    public String label() {
        return isLength() ? above + "–" + upTo + " s" : "unknown length";
    }
}
