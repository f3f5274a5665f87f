package dev.upswell.tune;

import dev.upswell.forecast.TrainSettings;
import java.util.List;

/// What is searched for, and how long.
///
/// @param usual the settings that stay unless others are shown to be better; their feature set is the one that suits the
///     entities
/// @param earlier choices found before, tried first
/// @param trees when the search for trees ends
/// @param regression when that for the regression ends; it tries at most four values
/// @param seed of the draws
public record TuningRequest(TrainSettings usual, List<TreeChoice> earlier, Budget trees, Budget regression, long seed) {

    public TuningRequest {
        earlier = List.copyOf(earlier);
    }
}
