package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.Column.Type;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of the days of the evaluation in a file.
final class EvaluationColumns {

    private static final String SHARE = "share of 1";
    private static final String PAIRS = "pairs of entity and cut";

    static final List<Column<DailyEvaluation>> ALL = List.of(
            Column.text("kind", row -> row.task().kind().label()),
            Column.whole("horizon", "hours", row -> row.task().horizonHours()),
            new Column<>("day", "", Type.DAY, DailyEvaluation::day), Column.text("model", DailyEvaluation::model),
            Column.text("family", DailyEvaluation::family), Column.flag("serving", DailyEvaluation::serving),
            Column.whole("cuts", "cuts", DailyEvaluation::cuts), Column.whole("pairs", PAIRS, DailyEvaluation::pairs),
            Column.whole("surges", PAIRS, of(DayFigures::surges)),
            Column.whole("called", PAIRS, of(DayFigures::called)),
            Column.whole("hits", PAIRS, of(DayFigures::hits)),
            Column.whole("misses", PAIRS, of(DayFigures::misses)),
            Column.whole("falseSurges", PAIRS, of(DayFigures::falseSurges)),
            Column.number("precision10", SHARE, of(figures -> figures.top10().precision())),
            Column.number("recall10", SHARE, of(figures -> figures.top10().recall())),
            Column.number("precision50", SHARE, of(figures -> figures.top50().precision())),
            Column.number("recall50", SHARE, of(figures -> figures.top50().recall())),
            Column.number("leadOverHits", "hours, median", of(figures -> figures.lead().medianOverHits())),
            Column.number("leadOverAll", "hours, median", of(figures -> figures.lead().medianOverAll())),
            Column.number("rangeCoverage", SHARE,
                    of(figures -> figures.ranges() == null ? null : (Double) figures.ranges().coverage())),
            Column.number("trailingBrier", "squared probability", of(figures -> figures.trailing().brier())),
            Column.time("computedAt", DailyEvaluation::computedAt));

    private EvaluationColumns() {
    }

    private static Function<DailyEvaluation, @Nullable Object> of(
            Function<DayFigures, ? extends @Nullable Object> one) {
        return row -> one.apply(row.figures());
    }
}
