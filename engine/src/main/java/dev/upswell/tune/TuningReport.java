package dev.upswell.tune;

import dev.upswell.learn.LogisticRegression;
import java.time.Instant;

/// What a search for better settings found.
///
/// @param knownBy nothing later was known to it
/// @param rows how many labelled rows there were, `positives` of them surges
/// @param judgedFrom cut of the first row on which candidates were compared
/// @param confirmedFrom cut of the first row on which the best met the usual settings
public record TuningReport(Instant knownBy, int rows, int positives, Instant judgedFrom, Instant confirmedFrom,
        SearchResult<TreeChoice> trees, SearchResult<LogisticRegression.Settings> regression) {

    /// Whether any settings but the usual are to be used.
    public boolean adopted() {
        return trees.adopted() || regression.adopted();
    }
}
