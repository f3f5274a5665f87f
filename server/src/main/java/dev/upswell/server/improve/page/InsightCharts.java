package dev.upswell.server.improve.page;

import dev.upswell.forecast.explain.Dependence;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the charts of these pages are drawn from. Shares and probabilities are in percent.
final class InsightCharts {

    private static final int BARS = 15;
    private static final int LINES = 5;
    private static final String RANK = "rank_";

    private InsightCharts() {
    }

    /// Lines over trainings.
    record Lines(List<Line> lines, @Nullable String reference, Map<String, String> texts) {
    }

    /// One line: `[epoch milliseconds, value]`, the value null where it is not known.
    record Line(String name, boolean dashed, List<List<@Nullable Number>> points) {
    }

    /// One bar per name.
    record Bars(List<Bar> bars, Map<String, String> texts) {
    }

    /// A name and how long its bar is.
    record Bar(String name, double value) {
    }

    /// A curve with its band, and where the data lie.
    ///
    /// @param points `[x, mean, low, high]`
    /// @param rug deciles of the data
    /// @param wide whether the axis of x is logarithmic
    record Curve(List<List<Double>> points, List<Double> rug, boolean wide, Map<String, String> texts) {
    }

    /// The words for a feature.
    static String name(String feature, Words words) {
        return feature.startsWith(RANK)
                ? words.say("feature.rank", name(feature.substring(RANK.length()), words))
                : words.sayOr("feature." + feature, feature.replace('_', ' '));
    }

    static Bars bars(List<KeptImportance> importance, Words words) {
        return new Bars(importance.stream().map(KeptImportance::importance).limit(BARS)
                .filter(one -> one.effect() > 0)
                .map(one -> new Bar(name(one.feature(), words), one.effect())).toList(),
                Map.of("axis", words.say("importance.effect.axis")));
    }

    static Lines history(ImportanceHistory history, Words words) {
        List<Line> lines = new ArrayList<>();
        for (ImportanceHistory.Line line : history.lines().subList(0, Math.min(LINES, history.lines().size()))) {
            List<List<@Nullable Number>> points = new ArrayList<>();
            for (int at = 0; at < history.trainings().size(); at++) {
                Double share = line.shares().get(at);
                List<@Nullable Number> point = new ArrayList<>();
                point.add(history.trainings().get(at).trainedTo().toEpochMilli());
                point.add(share == null ? null : Double.valueOf(100 * share));
                points.add(point);
            }
            lines.add(new Line(name(line.feature(), words), false, points));
        }
        return new Lines(lines, null, Map.of("axis", words.say("importance.share.axis"), "day",
                words.say("importance.training.axis"), "missing", words.say("importance.notInSet"), "unit",
                words.say("evaluation.percent")));
    }

    static Curve curve(Dependence one, Words words) {
        FeatureScale scale = FeatureScale.of(one.feature());
        List<List<Double>> points = one.points().stream().map(at -> List.of(scale.drawn(one.feature(), at.x()),
                100 * at.mean(), 100 * at.low(), 100 * at.high())).toList();
        List<Double> rug = one.quantiles().stream().map(at -> scale.drawn(one.feature(), at)).distinct().toList();
        boolean wide = scale.wide() && rug.stream().allMatch(at -> at > 0);
        return new Curve(points, rug, wide,
                Map.of("x", words.say("dependence.unit." + scale.code()), "y", words.say("dependence.y"), "band",
                        words.say("dependence.band"), "mean", words.say("dependence.mean"), "data",
                        words.say("dependence.data")));
    }
}
