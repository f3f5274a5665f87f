package dev.upswell.server.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What happened on a day (UTC), in plain lines.
///
/// @param until up to when it is known: the end of the day, or when a person asked
public record DaySummary(LocalDate day, Instant until, List<String> lines) {

    public DaySummary {
        lines = List.copyOf(lines);
    }
}
