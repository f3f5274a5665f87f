package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says plainly whether the best model beats the baselines.
///
/// It does when the interval of its edge over the best baseline, on the same bootstrap samples, lies above zero. A higher
/// score whose interval reaches zero is called unproven, a lower one a loss.
final class Verdict {

    private final Words words;
    private final Figures figures;

    Verdict(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    String headline(@Nullable Evaluation evaluation) {
        if (evaluation == null || evaluation.bestModel().isEmpty()) {
            return words.say("models.headline.none");
        }
        ModelScore best = evaluation.bestModel().get();
        String name = name(best);
        Optional<ModelScore> baseline = evaluation.bestBaseline();
        if (baseline.isEmpty()) {
            return words.say("models.headline.alone", name, figures.score(best.prAuc().value(), 2));
        }
        return words.say(code(best, baseline.get()), name, figures.score(best.prAuc().value(), 2),
                figures.score(baseline.get().prAuc().value(), 2));
    }

    String detail(@Nullable Evaluation evaluation) {
        if (evaluation == null || evaluation.bestModel().isEmpty() || evaluation.bestBaseline().isEmpty()) {
            return "";
        }
        ModelScore best = evaluation.bestModel().get();
        Measure edge = best.edge();
        String model = name(best);
        String baseline = name(evaluation.bestBaseline().get());
        return edge == null
                ? words.say("models.detail.unpaired", model, baseline)
                : words.say("models.detail.edge", model, baseline, figures.signed(edge.value(), 3),
                        figures.signed(edge.low(), 3),
                        figures.signed(edge.high(), 3));
    }

    private String name(ModelScore score) {
        return words.sayOr("model." + score.model(), score.model());
    }

    private static String code(ModelScore best, ModelScore baseline) {
        Measure edge = best.edge();
        if (best.prAuc().value() <= baseline.prAuc().value()) {
            return "models.headline.loses";
        }
        return edge != null && edge.low() > 0 ? "models.headline.beats" : "models.headline.unproven";
    }
}
