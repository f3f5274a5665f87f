package dev.upswell.segment;

import java.util.Locale;

/// In which way forecasts of a segment are worse than those of the others.
public enum Fault {
    /// More comes true than was stated, by more than elsewhere.
    TOO_LOW,
    /// Less comes true than was stated, by more than elsewhere.
    TOO_HIGH,
    /// They tell less of what will come true from what will not: their squared error is a larger part of that of always stating the
    /// segment's own share. A rare or a frequent event makes that no larger.
    UNSURE;

    /// The lower-case word for it, as topics and tables write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
