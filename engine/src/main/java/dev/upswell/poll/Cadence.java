package dev.upswell.poll;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How often something is looked at.
public sealed interface Cadence {

    /// The lengths that a plan chooses from, the longest first.
    List<Duration> LADDER = Stream.of(1_440, 480, 240, 120, 60, 30, 15).map(Duration::ofMinutes).toList();

    /// Not at all.
    Cadence PAUSED = new Paused();

    /// Once in each span of this length.
    record Every(Duration length) implements Cadence {

        public Every {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("cadence (" + length + ") must be above zero\nMaybe pause it.");
            }
        }
    }

    /// Not at all.
    record Paused() implements Cadence {
    }

    /// How often that is in a day.
    default double visitsPerDay() {
        return switch (this) {
            case Every(Duration length) -> Duration.ofDays(1).toMillis() / (double) length.toMillis();
            case Paused() -> 0;
        };
    }
}
