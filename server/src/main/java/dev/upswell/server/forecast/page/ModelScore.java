package dev.upswell.server.forecast.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one model or baseline did.
///
/// @param model its name in files and the command line; its words are the message `model.…`
/// @param baseline whether it is a baseline, which the others must beat
/// @param measures the scores that exist for it; a baseline without probabilities has no Brier score, for example
/// @param edge its PR-AUC less that of the best baseline, on the same bootstrap samples; null for baselines
/// @param calibration stated against observed, by stated probability; empty without probabilities
public record ModelScore(String model, boolean baseline, Map<Score, Measure> measures, @Nullable Measure edge,
        List<Bin> calibration) {

    public ModelScore {
        measures = Map.copyOf(measures);
        calibration = List.copyOf(calibration);
        if (!measures.containsKey(Score.PR_AUC)) {
            throw new IllegalArgumentException("scores of (" + model + ") must hold PR-AUC\nMaybe no pair was judged.");
        }
    }

    /// This score, or null when it does not exist for the model.
    public @Nullable Measure measure(Score score) {
        return measures.get(score);
    }

    /// The score by which models are ranked.
    public Measure prAuc() {
        Measure measure = measures.get(Score.PR_AUC);
        if (measure == null) {
            throw new IllegalStateException(
                    "scores of (" + model + ") must hold PR-AUC\nMaybe the check was left out.");
        }
        return measure;
    }

    /// Of `count` pairs the model stated `stated` on average, and `observed` came true (95 % interval low to high).
    public record Bin(double stated, double observed, double low, double high, long count) {
    }
}
