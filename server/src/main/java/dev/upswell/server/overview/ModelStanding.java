package dev.upswell.server.overview;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import org.jspecify.annotations.Nullable;

/// How the forecasts of a task stand.
///
/// @param serving the model they come from; null when none serves
/// @param judged its last day that was judged; null before the first
public record ModelStanding(ModelTask task, @Nullable RegisteredModel serving, @Nullable DailyEvaluation judged) {
}
