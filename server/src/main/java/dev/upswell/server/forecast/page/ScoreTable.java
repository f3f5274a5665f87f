package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;

/// Makes the comparison table: one line per model and baseline, one cell per score.
final class ScoreTable {

    private final Words words;
    private final Figures figures;

    ScoreTable(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// A model or baseline with its cells in the order of [Score].
    record Line(String name, String means, boolean baseline, List<Cell> cells) {
    }

    /// A score with its interval (empty when absent), and whether it is the best of its column.
    record Cell(Shown value, String interval, boolean best) {
    }

    List<Line> of(Evaluation evaluation) {
        return evaluation.ranked().stream().map(score -> new Line(name(score.model()),
                words.sayOr("model." + score.model() + ".means", ""), score.baseline(),
                Arrays.stream(Score.values()).map(column -> cell(score, column, evaluation)).toList())).toList();
    }

    String name(String model) {
        return words.sayOr("model." + model, model);
    }

    private Cell cell(ModelScore score, Score column, Evaluation evaluation) {
        Measure measure = score.measure(column);
        if (measure == null) {
            return new Cell(Shown.absent(words.say("models.noScore")), "", false);
        }
        String interval = words.say("models.interval", figures.score(measure.low(), column.places()),
                figures.score(measure.high(), column.places()));
        return new Cell(Shown.plain(figures.score(measure.value(), column.places()), figures.exact(measure.value())),
                interval, best(measure.value(), column, evaluation));
    }

    private static boolean best(double value, Score column, Evaluation evaluation) {
        return evaluation.scores().stream().map(score -> score.measure(column))
                .allMatch(other -> other == null
                        || (column.moreIsBetter() ? value >= other.value() : value <= other.value()));
    }
}
