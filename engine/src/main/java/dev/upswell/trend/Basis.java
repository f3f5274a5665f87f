package dev.upswell.trend;

import java.util.Locale;

/// What a row's volume counts.
public enum Basis {
    /// Distinct videos carrying the entity that gained a view.
    VIDEOS,
    /// Posts gained, where only the entity's own counters are known.
    POSTS,
    /// Views gained, where only views are known.
    VIEWS;

    /// The lower-case word for this basis.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
