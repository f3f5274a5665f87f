package dev.upswell.server.trend.page.html;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.trend.page.EntityFilter;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Shown;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the tables of an entity's page: metrics by window, reasons of the forecast, earlier predictions.
final class EntityTables {

    /// Features with this prefix are the percentile rank of another feature among all entities of the cut.
    private static final String RANK = "rank_";

    /// What an entity gains, in the order in which it is told.
    static final List<Metric> GAINS = List.of(Metric.VIEWS_GAINED, Metric.FOLLOWERS_GAINED, Metric.POSTS_GAINED);

    private static final Map<String, String> UNITS = FeatureRecipes.ALL.stream()
            .flatMap(recipe -> recipe.set().features().stream())
            .collect(Collectors.toUnmodifiableMap(FeatureDefinition::name, FeatureDefinition::unit, (one, _) -> one));

    private final Words words;
    private final Figures figures;
    private final MetricCells cells;
    private final ExplanationText sentences;

    EntityTables(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
        this.cells = new MetricCells(words, figures);
        this.sentences = new ExplanationText(words, figures);
    }

    /// A metric across the windows; each cell links to the rows behind it.
    record MetricLine(String label, String means, List<Cell> cells) {
    }

    /// A value and the address of its rows.
    record Cell(Shown value, String rows) {
    }

    /// A reason of the forecast: the feature's words, a sentence about its value, the value, which way it moved the probability, and how far the bar
    /// goes, in percent of the strongest.
    record Reason(String feature, String sentence, Shown value, boolean raises, int bar, String effect) {
    }

    List<MetricLine> metrics(EntityView view) {
        return Arrays.stream(Metric.values()).filter(metric -> measured(metric, view)).map(metric -> line(metric, view))
                .toList();
    }

    private static boolean measured(Metric metric, EntityView view) {
        return view.windows().stream().anyMatch(row -> row.value(metric) != null);
    }

    /// Metrics without a value in any window, by the reason why the longest window has none.
    List<Unmeasured> unmeasured(EntityView view) {
        if (view.windows().isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            String reason = view.windows().getLast().reason(metric);
            if (reason != null && !measured(metric, view)) {
                byReason.computeIfAbsent(words.sayOr("absent." + reason, words.say("absent.other")),
                        _ -> new ArrayList<>()).add(words.say("metric." + metric.key()));
            }
        }
        return byReason.entrySet().stream().map(one -> new Unmeasured(one.getKey(), String.join(", ", one.getValue())))
                .toList();
    }

    /// A reason in words and the metrics that have no value because of it.
    record Unmeasured(String reason, String metrics) {
    }

    /// The metrics of the longest window that the page shows large.
    List<MetricLine> highlights(EntityView view) {
        if (view.windows().isEmpty()) {
            return List.of();
        }
        MetricRow longest = view.windows().getLast();
        Metric gained = GAINS.stream().filter(metric -> longest.value(metric) != null).findFirst()
                .orElse(Metric.VIEWS_GAINED);
        return List.of(line(gained, view), line(Metric.MOMENTUM, view));
    }

    private MetricLine line(Metric metric, EntityView view) {
        List<Cell> line = view.windows().stream().map(row -> new Cell(cells.of(row, metric),
                TrendLines.rows(view.subject().id(), row.window().length(), row.window().to()))).toList();
        return new MetricLine(words.say("metric." + metric.key()), words.say("metric." + metric.key() + ".means"),
                line);
    }

    List<Reason> reasons(EntityView.@Nullable Forecast forecast) {
        if (forecast == null) {
            return List.of();
        }
        double strongest = forecast.why().stream().mapToDouble(part -> Math.abs(part.effect())).max().orElse(1);
        return forecast.why().stream().map(part -> reason(part, strongest)).toList();
    }

    /// What makes the entity unlike what the model learned from, in a sentence each with how rare it is; empty when it is like it.
    List<String> odd(EntityView.@Nullable Forecast forecast) {
        Expected.Strange strange = forecast == null ? null : forecast.strange();
        return strange == null
                ? List.of()
                : strange.because().stream().map(one -> words.say("entity.strange.odd",
                        sentences.of(one.feature(), one.value()), figures.percent(one.share(), 2))).toList();
    }

    private Reason reason(EntityView.Contribution part, double strongest) {
        String feature = feature(part.feature());
        Double value = part.value();
        Shown shown = value == null
                ? Shown.absent(words.say("feature.missing"))
                : Shown.plain(value(part.feature(), value), figures.exact(value));
        int bar = strongest > 0 ? (int) Math.round(100 * Math.abs(part.effect()) / strongest) : 0;
        return new Reason(feature, sentences.of(part.feature(), value), shown, part.effect() > 0, bar,
                words.say("entity.why.effect", figures.signed(part.effect(), 2)));
    }

    private String value(String feature, double value) {
        if (feature.startsWith(RANK)) {
            return words.say("feature.rank.value", figures.floor(value));
        }
        return switch (UNITS.getOrDefault(feature, "")) {
            case "log ratio" -> figures.change(Math.expm1(value));
            case "log growth per day" -> words.say("feature.perDay", figures.change(Math.exp(value)));
            case "log views" -> figures.count(Math.exp(value));
            case "log hours" -> figures.hours(Math.exp(value));
            case "ratio per day" -> words.say("feature.perDay", figures.change(value));
            case "fraction" -> figures.percent(value);
            case "hours" -> figures.hours(value);
            case "count" -> figures.count(value);
            default -> Math.abs(value) >= 1_000 ? figures.count(value) : figures.score(value, 2);
        };
    }

    private String feature(String name) {
        if (name.startsWith(RANK)) {
            return words.say("feature.rank", feature(name.substring(RANK.length())));
        }
        return words.sayOr("feature." + name, name.replace('_', ' '));
    }

    String url(EntityView view, EntityFilter filter, int days) {
        return Link.to("/entities", view.subject().id().kind().label(), view.subject().id().value())
                .with("at", filter.at(), null).with("days", days, 7).toString();
    }
}
