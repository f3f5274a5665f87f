package dev.upswell.forecast.reach;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How much of a video's life is known when its reach is foretold.
public enum ReachStage {
    /// Before upload: caption, hashtags, sound, time and the creator's history.
    DRAFT("draft", Duration.ZERO),
    /// From the first quarter of an hour.
    QUARTER_HOUR("15m", Duration.ofMinutes(15)),
    /// From the first hour.
    HOUR("1h", Duration.ofHours(1)),
    /// From the first six hours.
    SIX_HOURS("6h", Duration.ofHours(6));

    private final String label;
    private final Duration age;

    ReachStage(String label, Duration age) {
        this.label = label;
        this.age = age;
    }

    /// The word for this stage in files, tables and on the command line.
    public String label() {
        return label;
    }

    /// The age of the video at which the forecast is made.
    public Duration age() {
        return age;
    }

    /// The stage with this label.
    ///
    /// **errors** `IllegalArgumentException` naming the labels when there is none.
    public static ReachStage of(String label) {
        for (ReachStage stage : values()) {
            if (stage.label.equals(label)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("stage (" + label + ") must be one of "
                + Arrays.stream(values()).map(ReachStage::label).collect(Collectors.joining(", "))
                + "\nMaybe check the spelling.");
    }

    /// The latest stage that a video of this age has passed.
    public static ReachStage reachedAt(Duration age) {
        ReachStage reached = DRAFT;
        for (ReachStage stage : values()) {
            reached = stage.age.compareTo(age) <= 0 ? stage : reached;
        }
        return reached;
    }

    long seconds() {
        return age.toSeconds();
    }
}
