package dev.upswell.server.evaluate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known around a wrong call, from which its cause follows.
///
/// @param readings how many there were in the 24 hours before the cut; null when the kind's readings are not kept one by one
/// @param usualReadings in a day of the week before that; null when the entity was not watched then
/// @param readingAgeHours age of the last reading at the cut; null when there was none in the last eight days
/// @param lateHours of a miss: hours from the cut to a later call that came before the bar was passed; of a false surge: hours
///     from the bar's passing at an earlier cut to this call; null when there was none
/// @param driftAlert whether drift of the model was confirmed at the cut: by its last drift report at or before it
/// @param otherModel a model that was right about the same cut, by its kind; null when there was none
/// @param effects what moved the probability, by feature, in log odds; empty for models in shadow, of which that is not kept
/// @param norms the median effect of each feature among the hits of the trailing window; empty before the first hit
public record Evidence(@Nullable Long readings, @Nullable Double usualReadings, @Nullable Double readingAgeHours,
        @Nullable Double lateHours, boolean driftAlert, @Nullable String otherModel, Map<String, Double> effects,
        Map<String, Double> norms) {

    /// From this probability on a model is sure.
    static final double SURE = 0.8;

    private static final double FEW = 0.5;
    private static final double OLD_STEPS = 3;
    private static final double DAY_HOURS = 24;

    public Evidence {
        effects = Map.copyOf(effects);
        norms = Map.copyOf(norms);
    }

    /// The cause of a wrong call of this kind.
    ///
    /// @param verdict a miss or a false surge
    /// @param probability what the model had stated
    Cause cause(Verdict verdict, double probability) {
        if (isDataGap()) {
            return Cause.DATA_GAP;
        }
        if (lateHours != null) {
            return Cause.LATE_DETECTION;
        }
        if (driftAlert || otherModel != null) {
            return Cause.MODEL_DRIFT;
        }
        boolean unseen = verdict == Verdict.MISS
                ? !effects.isEmpty() && !norms.isEmpty() && !isLoud()
                : probability >= SURE;
        return unseen ? Cause.FEATURE_GAP : Cause.WITHIN_ODDS;
    }

    private boolean isDataGap() {
        if (readings == null || usualReadings == null || usualReadings <= 0) {
            return false;
        }
        boolean few = readings < FEW * usualReadings;
        boolean old = readingAgeHours != null && readingAgeHours > OLD_STEPS * DAY_HOURS / usualReadings;
        return few || old;
    }

    private boolean isLoud() {
        return effects.entrySet().stream().anyMatch(one -> {
            Double norm = norms.get(one.getKey());
            return norm != null && one.getValue() > 0 && one.getValue() >= norm;
        });
    }
}
