package dev.upswell.server.web;

import java.time.Instant;

/// Where a level is expected at a later instant: the middle and the ends of a 90 % interval.
///
/// **units** those of the series it continues.
public record Outlook(Instant at, double low, double middle, double high) {

    public Outlook {
        if (!(low <= middle && middle <= high)) {
            throw new IllegalArgumentException("outlook (" + low + ", " + middle + ", " + high
                    + ") must be ordered\nMaybe the quantiles cross: sort them.");
        }
    }
}
