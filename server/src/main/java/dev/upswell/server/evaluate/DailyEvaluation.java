package dev.upswell.server.evaluate;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// How one model did on one day, as it is kept.
///
/// @param day UTC day of the cuts
/// @param family of the model, for example `boosted-trees`
/// @param serving whether its predictions were those that people saw
/// @param cuts how many cuts of the day were judged
/// @param computedAt when it was last computed
public record DailyEvaluation(ModelTask task, LocalDate day, UUID model, String family, boolean serving, int cuts,
        int pairs, DayFigures figures, Instant computedAt) {
}
