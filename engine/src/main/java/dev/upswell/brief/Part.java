package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import java.util.Optional;

/// A stretch of a video in seconds, in the longest videos of a bucket.
public record Part(double from, double to) {

    private static final double OPENING = 0.3;
    private static final double CALL = 0.15;
    private static final double FIRST_SECONDS = 5;
    private static final String CURVE = "_curve_";
    private static final String WINDOW = "window_";

    /// What features of curves speak of: a window, the opening 30 %, the closing 30 %; empty where they speak of the whole, and for
    /// windows that such videos do not have.
    static Optional<Part> ofCurve(String feature, DurationBucket bucket) {
        int place = feature.indexOf(CURVE);
        if (place < 0) {
            return Optional.empty();
        }
        String part = feature.substring(place + CURVE.length());
        if (part.startsWith(WINDOW)) {
            int number = Integer.parseInt(part.substring(WINDOW.length()));
            int windows = windows(bucket);
            return number > windows
                    ? Optional.empty()
                    : Optional.of(share((number - 1.0) / windows, (double) number / windows, bucket));
        }
        return switch (part) {
            case "opening" -> Optional.of(share(0, OPENING, bucket));
            case "closing" -> Optional.of(share(1 - OPENING, 1, bucket));
            default -> Optional.empty();
        };
    }

    /// When in the video a feature is seen to; the whole video for most.
    static Part of(String feature, DurationBucket bucket) {
        if (feature.contains(CURVE)) {
            return ofCurve(feature, bucket).orElse(share(0, 1, bucket));
        }
        if (feature.contains("_opening_")) {
            return new Part(0, FIRST_SECONDS);
        }
        if (feature.contains("_closing_") || feature.endsWith("_final_call")) {
            return share(1 - CALL, 1, bucket);
        }
        return share(0, 1, bucket);
    }

    /// From one share of the video to another.
    static Part share(double from, double to, DurationBucket bucket) {
        return new Part(round(from * bucket.upTo()), round(to * bucket.upTo()));
    }

    /// Whether both share some time.
    public boolean meets(Part other) {
        return from < other.to && other.from < to;
    }

    private static int windows(DurationBucket bucket) {
        return switch (bucket) {
            case UP_TO_15 -> 5;
            case UP_TO_30 -> 6;
            case UP_TO_60, UP_TO_90, UP_TO_120 -> 10;
            case UNKNOWN -> throw new IllegalStateException(
                    "no second of a video of unknown length is known\nMaybe ask isLength() first.");
        };
    }

    private static double round(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
