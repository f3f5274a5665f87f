package dev.upswell.learn.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a row lies from the training rows.
///
/// @param strangerThan share of the training rows held back that are less strange [0..1]
/// @param strange whether it is stranger than 99 % of them, as [StrangeRows] counts
/// @param outside share of the features whose value lies beyond the training's central 99 % [0..1]
/// @param top the most surprising features, largest surprise first
public record Strangeness(double strangerThan, boolean strange, double outside, List<Reason> top) {

    public Strangeness {
        top = List.copyOf(top);
    }

    /// One reason why a row is strange.
    ///
    /// @param value the row's value; null when it is missing
    /// @param probability share of the training rows at least as far out, or missing as well; never said to be below 0.0001 [0..1]
    public record Reason(String feature, @Nullable Float value, double probability) {
    }
}
