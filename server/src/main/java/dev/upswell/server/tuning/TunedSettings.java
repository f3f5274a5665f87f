package dev.upswell.server.tuning;

import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.tune.TreeChoice;
import dev.upswell.tune.TuningReport;
import org.jspecify.annotations.Nullable;

/// What a search chose in place of the usual settings.
///
/// @param trees null to keep the usual trees
/// @param logistic null to keep the usual regression
public record TunedSettings(@Nullable TreeChoice trees, LogisticRegression.@Nullable Settings logistic) {

    static TunedSettings of(TuningReport report) {
        return new TunedSettings(report.trees().adopted() ? report.trees().best() : null,
                report.regression().adopted() ? report.regression().best() : null);
    }

    /// Whether it chose anything for models of this kind; the ensemble holds boosted trees.
    public boolean concerns(String kind) {
        return switch (SurgeKind.of(kind)) {
            case TREES, ENSEMBLE -> trees != null;
            case LOGISTIC -> logistic != null;
            case PREVALENCE, LAST_VELOCITY, WEEK_GROWTH, LOG_LINEAR, HAWKES, SEQUENCE, IMPORTED -> false;
        };
    }

    /// The usual settings with what was chosen in their place.
    ///
    /// @param usual on the feature set that suits the entities
    public TrainSettings over(TrainSettings usual) {
        TrainSettings tuned = usual;
        if (trees != null) {
            tuned = tuned.features(trees.recipe(usual.features())).trees(trees.trees());
        }
        return logistic == null ? tuned : tuned.logistic(logistic);
    }
}
