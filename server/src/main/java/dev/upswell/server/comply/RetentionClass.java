package dev.upswell.server.comply;

import java.util.Locale;

/// Kinds of what is kept, by how long.
public enum RetentionClass {
    /// Answers of providers as they came, and what is kept of rows that could not be used.
    RAW,
    /// What was computed from readings: metrics, feature vectors, daily figures.
    AGGREGATES,
    /// What was foretold and what came of it.
    PREDICTIONS,
    /// Who asked, what happened, what was decided.
    LOGS,
    /// Readings of counters and descriptions of videos, from which all else is made.
    READINGS;

    /// The word for it in tables, settings and addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
