package dev.upswell.forecast.reach;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is expected of one video at one stage.
///
/// @param asOf when it was foretold: the time of posting plus the age of the stage
/// @param breakout probability of more views than `breakoutViews`: that it reaches far beyond its usual audience
/// @param breakoutViews views that one in ten videos of the 30 days before had reached at the same age
/// @param range 5 %, 50 % and 95 % quantile of the views
/// @param classes probability of each class of [ViewDistribution#CLASS_STARTS]
/// @param reasons what moved the median most, strongest first
/// @param firstReadings whether a reading stands behind it; false before upload, and later when none came in time
public record ReachForecast(EntityId video, ReachStage stage, Instant asOf, double breakout, double breakoutViews,
        ViewRange range, List<Double> classes, List<Reason> reasons, boolean firstReadings) {

    public ReachForecast {
        classes = List.copyOf(classes);
        reasons = List.copyOf(reasons);
    }

    /// Quantiles of the views.
    public record ViewRange(double low, double median, double high) {
    }

    /// How a feature moved the median: by this factor.
    ///
    /// @param value of the feature; null when it is missing
    public record Reason(String feature, @Nullable Double value, double factor) {
    }
}
