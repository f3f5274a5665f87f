package dev.upswell.server.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What happened on a day (UTC), in plain lines.
///
/// @param until up to when it is known: the end of the day, or when a person asked
/// @param lines in English, as mails and commands tell it
/// @param said the same lines by code and figures, for pages in other languages; empty where it was kept before they were
public record DaySummary(LocalDate day, Instant until, List<String> lines, List<Said> said) {

    /// A line without its words: a type of event with what it adds up to, or what was wanting.
    public record Said(String code, List<Long> figures) {

        public Said {
            figures = List.copyOf(figures);
        }
    }

    public DaySummary {
        lines = List.copyOf(lines);
        said = List.copyOf(said);
    }
}
