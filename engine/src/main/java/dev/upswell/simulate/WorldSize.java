package dev.upswell.simulate;

import dev.upswell.simulate.WorldSettings.Faults;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSettings.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The ready-made sizes of a simulated world, all of 14 days at a cadence of 15 minutes.
public enum WorldSize {
    /// The bundled sample: about 270,000 observations, under 5 MB gzipped, made in about a second.
    SMALL(new Population(160, 20, 60, 420), List.of(watch(6, 15), watch(24, 60), watch(120, 360)), 30, 40),
    /// About 10 million observations.
    MEDIUM(new Population(1_000, 200, 3_000, 100_000), List.of(watch(12, 15), watch(36, 60), watch(120, 360)), 200, 32),
    /// More than 100 million observations, streamed; nobody should wait for its oracle.
    LARGE(new Population(20_000, 2_000, 20_000, 800_000), List.of(watch(18, 15), watch(48, 60), watch(120, 360)), 2_000,
            8);

    /// A Monday, well in the past, so that no clock takes the sample for the future.
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

    private final Population population;
    private final List<Watch> watches;
    private final int malformedRows;
    private final int futures;

    WorldSize(Population population, List<Watch> watches, int malformedRows, int futures) {
        this.population = population;
        this.watches = watches;
        this.malformedRows = malformedRows;
        this.futures = futures;
    }

    /// The size with this lower-case label.
    ///
    /// **errors** `IllegalArgumentException` naming the sizes when there is none.
    public static WorldSize of(String label) {
        for (WorldSize size : values()) {
            if (size.label().equals(label)) {
                return size;
            }
        }
        throw new IllegalArgumentException("size (" + label + ") must be one of "
                + Arrays.stream(values()).map(WorldSize::label).collect(Collectors.joining(", "))
                + "\nMaybe check the spelling.");
    }

    /// The lower-case word for this size, as the command line writes it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    WorldSettings settings(long seed) {
        Faults faults = new Faults(0.01, 0.01, 0.003, 2, 0.03, 0.02, malformedRows);
        return new WorldSettings(seed, START, 14, Duration.ofMinutes(15), population, watches, faults, futures);
    }

    private static Watch watch(int untilHours, int everyMinutes) {
        return new Watch(Duration.ofHours(untilHours), Duration.ofMinutes(everyMinutes));
    }
}
