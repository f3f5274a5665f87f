package dev.upswell.learn.promotion;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.Interval;
import dev.upswell.learn.ScoredPairs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How a challenger did beside the serving model, on the same entities and cuts.
///
/// @param positives how many of the pairs surged
/// @param servingInterval 95 % interval of the serving model's PR-AUC
/// @param difference PR-AUC of the challenger less that of the serving model, with its 95 % interval over shared draws of
///     whole entities
/// @param servingError expected calibration error of the serving model, over 15 bins of equal mass
/// @param challengerError the challenger's
public record Comparison(int cuts, int pairs, int positives, double servingPrAuc, Interval servingInterval,
        double challengerPrAuc, Interval challengerInterval, Estimate difference, double servingError,
        double challengerError) {

    /// The comparison; empty when the pairs are not of both classes, because no ranking can then be judged.
    ///
    /// **errors** `IllegalArgumentException` when the two are not about the same pairs · **cost** samples × O(n), on all
    /// cores.
    public static Optional<Comparison> of(ScoredPairs serving, ScoredPairs challenger, int samples, long seed) {
        Optional<Evaluation> served = Evaluation.of(serving, 0, seed);
        Optional<Evaluation> challenged = Evaluation.of(challenger, 0, seed);
        return served.flatMap(one -> challenged.map(
                other -> of(one, other, Evaluation.paired(challenger, serving, samples, seed))));
    }

    private static Comparison of(Evaluation serving, Evaluation challenger, Evaluation.Paired paired) {
        return new Comparison(serving.cuts(), serving.pairs(), serving.positives(), paired.other().value(),
                paired.other().interval(), paired.one().value(), paired.one().interval(), paired.difference(),
                serving.value(Figure.ECE), challenger.value(Figure.ECE));
    }

    /// By which share of the serving model's PR-AUC the challenger's lies above it; below 0 when it is worse.
    public double gain() {
        return difference.value() / servingPrAuc;
    }

    /// The gain's lower end, by the interval of the difference.
    double leastGain() {
        return difference.interval().low() / servingPrAuc;
    }

    /// By how much the challenger's calibration error is larger; below 0 when it is better calibrated.
    public double calibrationShift() {
        return challengerError - servingError;
    }

    /// Every figure by name, as events and pages keep it.
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("cuts", (double) cuts);
        figures.put("pairs", (double) pairs);
        figures.put("surges", (double) positives);
        figures.put("prevalence", (double) positives / pairs);
        figures.put("servingPrAuc", servingPrAuc);
        figures.put("servingPrAucLow", servingInterval.low());
        figures.put("servingPrAucHigh", servingInterval.high());
        figures.put("prAuc", challengerPrAuc);
        figures.put("prAucLow", challengerInterval.low());
        figures.put("prAucHigh", challengerInterval.high());
        figures.put("gain", gain());
        figures.put("differenceLow", difference.interval().low());
        figures.put("differenceHigh", difference.interval().high());
        figures.put("servingEce", servingError);
        figures.put("ece", challengerError);
        return figures;
    }
}
