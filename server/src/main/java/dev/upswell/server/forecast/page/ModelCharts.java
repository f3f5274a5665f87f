package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Map;

/// What the charts of the models page are drawn from.
final class ModelCharts {

    private ModelCharts() {
    }

    /// PR-AUC with its interval per model, and the prevalence as the line of guessing.
    record Intervals(List<Bar> bars, double prevalence, Map<String, String> texts) {
    }

    /// One model's PR-AUC.
    record Bar(String name, boolean baseline, double value, double low, double high) {
    }

    /// Observed against stated probability for each model that states probabilities.
    record Calibration(List<Curve> curves, Map<String, String> texts) {
    }

    /// One model's bins: [stated, observed, low, high, count].
    record Curve(String name, List<List<Number>> bins) {
    }

    static Intervals intervals(Evaluation evaluation, Words words) {
        List<Bar> bars = evaluation.ranked().stream().map(score -> new Bar(name(score, words), score.baseline(),
                score.prAuc().value(), score.prAuc().low(), score.prAuc().high())).toList();
        return new Intervals(bars, evaluation.scope().prevalence(), Map.of("axis", words.say("models.intervals.axis"),
                "guessing", words.say("models.intervals.guessing"), "interval",
                words.say("models.intervals.interval")));
    }

    static Calibration calibration(Evaluation evaluation, Words words) {
        List<Curve> curves = evaluation.ranked().stream().filter(score -> !score.calibration().isEmpty())
                .map(score -> new Curve(name(score, words),
                        score.calibration().stream().map(ModelCharts::bin).toList()))
                .toList();
        return new Calibration(curves, Map.of("stated", words.say("models.calibration.stated"), "observed",
                words.say("models.calibration.observed"), "perfect", words.say("models.calibration.perfect"), "cases",
                words.say("models.calibration.cases")));
    }

    private static List<Number> bin(ModelScore.Bin bin) {
        return List.of(bin.stated(), bin.observed(), bin.low(), bin.high(), bin.count());
    }

    private static String name(ModelScore score, Words words) {
        return words.sayOr("model." + score.model(), score.model());
    }
}
