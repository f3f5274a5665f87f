package dev.upswell.server.evaluate;

import java.util.Locale;

/// What became of a call, or of a surge that was not called.
public enum Verdict {
    /// Called, and it surged.
    HIT,
    /// It surged, and was not called.
    MISS,
    /// Called, and it did not surge.
    FALSE_SURGE;

    /// The code in documents and message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
