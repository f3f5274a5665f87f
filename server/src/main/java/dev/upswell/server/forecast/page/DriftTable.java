package dev.upswell.server.forecast.page;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.learn.drift.CellShift;
import dev.upswell.learn.drift.FeatureDrift;
import dev.upswell.learn.drift.MissingShift;
import dev.upswell.learn.drift.ValueShift;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the lines of the table of features: words, numbers and the small bars of then and now.
final class DriftTable {

    private static final String RANK = "rank_";
    private static final int WIDTH = 132;
    private static final int HEIGHT = 34;
    private static final double SHIFT_SHOWN = 3;

    /// No set uses a name for another meaning than the sets before it.
    private static final Map<String, String> UNITS = FeatureCatalogue.sets().stream()
            .flatMap(set -> set.features().stream())
            .collect(Collectors.toMap(FeatureDefinition::name, FeatureDefinition::unit, (first, same) -> first));

    private final Words words;
    private final Figures figures;

    DriftTable(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// One feature.
    ///
    /// @param label in words
    /// @param unit of its values; empty for a feature that this code no longer has
    /// @param verdict in lower case, as the message `drift.verdict.…` and the filter name it
    /// @param always whether it had drifted from the start
    /// @param size its shift as a percentage of a bar that is full at three times the bar for drift
    /// @param medians at training and in the window; empty when they could not be compared
    /// @param values null when its values could not be compared
    /// @param missing null when its missing share could not be compared
    /// @param cells empty when one side has no values, and for reports of older releases
    record Line(String feature, String label, String unit, String verdict, boolean always, int size, String times,
            String medians, @Nullable ValueShift values, @Nullable MissingShift missing, List<Cell> cells) {
    }

    /// Two bars of the small chart, side by side.
    ///
    /// @param x left edge of the first, and `middle` of the second, both `width` wide
    /// @param before height of the first, from the floor
    /// @param now height of the second
    record Cell(double x, double middle, double width, double before, double now, String text) {

        /// The top of the first bar.
        public double beforeTop() {
            return HEIGHT - before;
        }

        /// The top of the second bar.
        public double nowTop() {
            return HEIGHT - now;
        }
    }

    List<Line> of(StoredDrift drift) {
        return drift.bySeverity().stream().map(one -> line(drift, one)).toList();
    }

    private Line line(StoredDrift drift, FeatureDrift one) {
        double size = one.size(drift.report().settings());
        return new Line(one.feature(), label(one.feature()), UNITS.getOrDefault(one.feature(), ""),
                one.verdict().name().toLowerCase(Locale.ROOT),
                drift.always().contains(one.feature()), (int) Math.round(100 * Math.min(1, size / SHIFT_SHOWN)),
                figures.factor(size), medians(one.values()), one.values(), one.missing(), cells(one.cells()));
    }

    private String medians(@Nullable ValueShift values) {
        return values == null
                ? ""
                : words.say("drift.change", number(values.medianBefore()), number(values.medianNow()));
    }

    private String number(double value) {
        if (Math.abs(value) >= 1_000) {
            return figures.count(value);
        }
        return figures.score(value, value == Math.rint(value) ? 0 : 2);
    }

    private List<Cell> cells(@Nullable List<CellShift> shifts) {
        if (shifts == null) {
            return List.of();
        }
        double highest = shifts.stream().mapToDouble(one -> Math.max(one.before(), one.now())).max().orElse(1);
        double step = (double) WIDTH / shifts.size();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            CellShift one = shifts.get(i);
            cells.add(new Cell(i * step, i * step + step * 0.42, step * 0.4, HEIGHT * one.before() / highest,
                    HEIGHT * one.now() / highest, text(one)));
        }
        return cells;
    }

    private String text(CellShift one) {
        Double upTo = one.upTo();
        String then = figures.percent(one.before(), 1);
        String now = figures.percent(one.now(), 1);
        if (one.unseen()) {
            return words.say("drift.cell.unseen", then, now);
        }
        return upTo == null
                ? words.say("drift.cell.above", then, now)
                : words.say("drift.cell", number(upTo), then, now);
    }

    private String label(String feature) {
        return feature.startsWith(RANK)
                ? words.say("feature.rank", label(feature.substring(RANK.length())))
                : words.sayOr("feature." + feature, feature.replace('_', ' '));
    }
}
