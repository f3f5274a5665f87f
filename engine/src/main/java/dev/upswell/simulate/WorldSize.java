package dev.upswell.simulate;

import dev.upswell.simulate.WorldSettings.Faults;
import dev.upswell.simulate.WorldSettings.Judging;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSettings.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The ready-made sizes of a simulated world, all at a cadence of 15 minutes.
public enum WorldSize {
    /// The bundled sample, 14 days: about 270,000 observations, under 5 MB gzipped, made in about a second.
    SMALL(new Population(160, 20, 60, 420), List.of(watch(6, 15), watch(24, 60), watch(120, 360)),
            new Span(14, 2, 30), new Judging(14, 40)),
    /// Six weeks, about 10 million observations: four to learn from, two to be judged on.
    MEDIUM(new Population(1_000, 200, 1_500, 48_000, 50_000_000), List.of(watch(12, 15), watch(36, 60), watch(120, 360)),
            new Span(42, 6, 200), new Judging(14, 128)),
    /// Two weeks, more than 100 million observations, streamed; nobody should wait for its oracle.
    LARGE(new Population(20_000, 2_000, 20_000, 800_000), List.of(watch(18, 15), watch(48, 60), watch(120, 360)),
            new Span(14, 2, 2_000), new Judging(14, 8));

    /// A Monday, well in the past, so that no clock takes the sample for the future.
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

    private final Population population;
    private final List<Watch> watches;
    private final Span span;
    private final Judging judging;

    WorldSize(Population population, List<Watch> watches, Span span, Judging judging) {
        this.population = population;
        this.watches = watches;
        this.span = span;
        this.judging = judging;
    }

    /// How long a world is observed, and what grows with its length.
    private record Span(int days, int outages, int malformedRows) {
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
        Faults faults = new Faults(0.01, 0.01, 0.003, span.outages(), 0.03, 0.02, span.malformedRows());
        return new WorldSettings(seed, START, span.days(), Duration.ofMinutes(15), population, watches, faults,
                judging);
    }

    private static Watch watch(int untilHours, int everyMinutes) {
        return new Watch(Duration.ofHours(untilHours), Duration.ofMinutes(everyMinutes));
    }
}
