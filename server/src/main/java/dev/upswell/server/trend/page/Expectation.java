package dev.upswell.server.trend.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the serving model says about all watched entities of the kind, and how right it has been.
///
/// @param called how many entities it calls now
/// @param threshold its alert threshold, from which on a probability is a call; null when it has none, and its ten likeliest are
///     called
/// @param horizon for which hours it speaks
/// @param unplaced those of the called ones that cannot be ranked, likeliest first
/// @param trackRecord null when the model has not been judged on past days
public record Expectation(int called, @Nullable Double threshold, Horizon horizon, List<Unplaced> unplaced,
        @Nullable TrackRecord trackRecord) {

    public Expectation {
        unplaced = List.copyOf(unplaced);
    }

    /// The hours after an instant for which something is predicted.
    public record Horizon(Instant asOf, int hours) {
    }

    /// A called entity that has too few readings or too little volume to stand in the table.
    public record Unplaced(Subject subject, Chance chance) {
    }
}
