package dev.upswell.prompt;

import dev.upswell.numeric.WilsonInterval;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// How long the texts of a prompt were in view, and because of how many something was done.
///
/// A text counts once with the mean of its looks, however often it was looked at: looks at one text resemble each other.
///
/// @param seen texts that were in view at least once
/// @param mean of their times in view, in seconds; 0 where none was
/// @param variance of these times, in square seconds; 0 where fewer than two were
/// @param acted how many of those texts were accepted, edited, or had a link followed
public record Attention(long seen, double mean, double variance, long acted) {

    private static final double UPPER = 0.975;

    public Attention {
        if (acted < 0 || acted > seen || !(mean >= 0) || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "attention (" + acted + " of " + seen + ", mean " + mean + " s, variance "
                            + variance + ") must be 0 or more, and acts among what was seen\nMaybe count anew.");
        }
    }

    /// A mean time in view.
    ///
    /// @param low lower end of its 95 % interval (Student), at least 0; null for a single text
    /// @param high upper end; null as low
    public record Dwell(double seconds, @Nullable Double low, @Nullable Double high) {
    }

    /// The mean time in view of a text; empty where nobody looked.
    public Optional<Dwell> dwell() {
        if (seen == 0) {
            return Optional.empty();
        }
        if (seen == 1) {
            return Optional.of(new Dwell(mean, null, null));
        }
        double half = new TDistribution(null, seen - 1).inverseCumulativeProbability(UPPER)
                * Math.sqrt(variance / seen);
        return Optional.of(new Dwell(mean, Math.max(0, mean - half), mean + half));
    }

    /// Share of the texts seen because of which something was done, with its 95 % interval; empty where nobody looked.
    public Optional<WilsonInterval> actionRate() {
        return seen == 0 ? Optional.empty() : Optional.of(WilsonInterval.of((double) acted / seen, seen));
    }
}
