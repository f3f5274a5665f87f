package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client's mean engagement beside that of the clients of its industry, of whom none can be recognised.
///
/// @param lengths those of which a benchmark may be told, the shortest first
public record AmongClients(List<Length> lengths) {

    /// One length.
    ///
    /// @param quarter first day of the quarter of a year of which it tells
    /// @param atLeast so many clients stand behind it
    /// @param own of the client, of all suitable videos of its searches; null where it has none
    /// @param lower quartile of the clients
    /// @param position where the client's own lies; null where it has none
    public record Length(DurationBucket bucket, LocalDate quarter, int atLeast, @Nullable Double own, double lower,
            double median, double upper, @Nullable Position position) {
    }

    /// Where a figure lies among those of clients.
    public enum Position {
        /// Below the lower quartile.
        LOW,
        /// Between the quartiles.
        MIDDLE,
        /// Above the upper quartile.
        HIGH
    }

    public AmongClients {
        lengths = List.copyOf(lengths);
    }
}
