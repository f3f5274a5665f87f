package dev.upswell.server.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a run ended.
///
/// @param end whether it did what there was to do
/// @param counts how much was done, by name, in the order in which people should read it
/// @param note what there is to say beside; null for nothing
public record Outcome(End end, Map<String, Long> counts, @Nullable String note) {

    public Outcome {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /// Whether a run did what there was to do.
    public enum End {
        /// It did.
        DONE,
        /// Something else was in its way; it is tried again after a while.
        AGAIN,
        /// It did not, and trying again by itself would not help.
        FAILED
    }

    /// Counts by name, in this order.
    ///
    /// @param namesAndCounts a name, its whole number, the next name and so on
    public static Map<String, Long> counts(Object... namesAndCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            counts.put((String) namesAndCounts[i], ((Number) namesAndCounts[i + 1]).longValue());
        }
        return counts;
    }

    /// It did what there was to do.
    public static Outcome done(Map<String, Long> counts) {
        return new Outcome(End.DONE, counts, null);
    }

    /// It did what there was to do, and there is something to say.
    public static Outcome done(Map<String, Long> counts, String note) {
        return new Outcome(End.DONE, counts, note);
    }

    /// Something else was in its way.
    public static Outcome again(Map<String, Long> counts, String why) {
        return new Outcome(End.AGAIN, counts, why);
    }

    /// It did not.
    public static Outcome failed(Map<String, Long> counts, String why) {
        return new Outcome(End.FAILED, counts, why);
    }

    /// Whether anything was done.
    public boolean isSomething() {
        return counts.values().stream().anyMatch(count -> count > 0);
    }
}
