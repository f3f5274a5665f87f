package dev.upswell.server.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the last days cost: what language models were paid, and what sources were asked.
///
/// @param from first day, UTC
/// @param to last day, UTC
/// @param wording what was paid for texts; null when no model was asked in these days
/// @param currency of the prices that were set
/// @param asked by source; empty when none was asked in these days
public record Cost(LocalDate from, LocalDate to, @Nullable BigDecimal wording, String currency, List<Asked> asked) {

    public Cost {
        asked = List.copyOf(asked);
    }

    /// What a source was asked.
    ///
    /// @param requests how many, those included that did not reach it
    /// @param charged units of its quota that it charged; null where it told nothing
    public record Asked(String source, long requests, @Nullable Long charged) {
    }

    /// How many requests there were of all sources.
    public long requests() {
        return asked.stream().mapToLong(Asked::requests).sum();
    }
}
