package dev.upswell.server.quality;

import java.util.Locale;

/// Where a batch comes from.
public enum BatchScope {
    /// A part of a file, of up to 200,000 rows.
    FILE,
    /// Answers of providers that are stored together.
    LIVE;

    /// The lower-case word for it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
