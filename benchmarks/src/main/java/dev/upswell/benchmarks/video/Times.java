package dev.upswell.benchmarks.video;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// How long several runs took, by the clock and of all processors; on a busy machine only the latter compares.
final class Times {

    private final double[] wall;
    private final double[] busy;
    private int runs;
    private long started;
    private Duration busyBefore = Duration.ZERO;

    Times(int most) {
        wall = new double[most];
        busy = new double[most];
    }

    /// Begins a run inside this process.
    void begin() {
        started = System.nanoTime();
        busyBefore = busy();
    }

    /// Ends it.
    void end() {
        add((System.nanoTime() - started) / 1e9, busy().minus(busyBefore).toMillis() / 1e3);
    }

    /// Adds a run of another process.
    void add(double wallSeconds, double processorSeconds) {
        wall[runs] = wallSeconds;
        busy[runs++] = processorSeconds;
    }

    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The median, in seconds of processor.
    double processor() {
        return median(busy);
    }

    /// These times against others, as part of a sentence.
    String beside(Times other) {
        return String.format(Locale.ROOT, "; %.1f times the engine's by the clock, %.1f times in processor time",
                median(wall) / median(other.wall), median(busy) / median(other.busy));
    }

    private double median(double[] values) {
        double[] sorted = Arrays.copyOf(values, runs);
        Arrays.sort(sorted);
        return sorted[runs / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (median of %d: %s), %.2f s of processor", median(wall), runs,
                Arrays.toString(Arrays.copyOf(wall, runs)), median(busy));
    }
}
