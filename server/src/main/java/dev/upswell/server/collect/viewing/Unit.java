package dev.upswell.server.collect.viewing;

/// In which unit a column's bare numbers are written, as its title or the format says.
enum Unit {
    /// Nothing says it.
    UNSAID,
    /// A hundred is all.
    PERCENT,
    /// One is all.
    FRACTION,
    /// Seconds.
    SECONDS,
    /// Thousandths of a second.
    MILLISECONDS
}
