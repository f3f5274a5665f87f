package dev.upswell.tune;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param usual the settings that stay unless others are shown to be better
/// @param usualPrAuc on all choosing parts together
/// @param trials every other candidate, in the order in which they were drawn
/// @param best the best on all choosing parts; `usual` when none was better
/// @param confirmation how it did on the newest part; null when it is `usual`, because there is nothing to confirm
public record SearchResult<C>(C usual, double usualPrAuc, List<Trial<C>> trials, C best, double bestPrAuc,
        @Nullable Confirmation confirmation) {

    public SearchResult {
        trials = List.copyOf(trials);
    }

    /// Whether other settings than the usual are to be used.
    public boolean adopted() {
        return confirmation != null && confirmation.better();
    }

    /// The settings to use.
    public C chosen() {
        return adopted() ? best : usual;
    }
}
