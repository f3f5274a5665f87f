package dev.upswell.server.fyp.page;

import dev.upswell.content.EntityId;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.listing.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The columns of the list of scores in a file: the score, then where each measure stands beside the brand's videos before it.
final class ScoreColumns {

    private static final String POINTS = "FYP score, 0 to 100";

    static final List<Column<ScoredVideo>> ALL = all();

    private ScoreColumns() {
    }

    private static List<Column<ScoredVideo>> all() {
        List<Column<ScoredVideo>> columns = new ArrayList<>(List.of(
                Column.text("video", row -> row.score().video().value()), Column.text("title", ScoredVideo::title),
                Column.text("creator", ScoreColumns::creator), Column.time("postedAt", row -> row.score().postedAt()),
                Column.text("mark", row -> row.score().mark().label()), Column.time("asOf", row -> row.score().asOf()),
                Column.number("score", POINTS, row -> value(row.score().fyp())),
                Column.number("settled", POINTS,
                        row -> row.settled() == null ? null : value(row.settled().score().fyp())),
                Column.number("coverage", "share of the weight that is known, 0 to 1",
                        row -> row.score().coverage())));
        for (FypMetric metric : FypMetric.values()) {
            columns.add(Column.number(metric.name().toLowerCase(Locale.ROOT) + "Place",
                    "share of the videos before below it, 0 to 100", row -> place(row.score(), metric)));
        }
        return List.copyOf(columns);
    }

    private static @Nullable Double place(FypScore score, FypMetric metric) {
        return value(score.place(metric));
    }

    private static @Nullable String creator(ScoredVideo row) {
        EntityId creator = row.video() == null ? null : row.video().creator();
        return creator == null ? null : creator.value();
    }

    private static @Nullable Double value(OptionalDouble of) {
        return of.isPresent() ? (Double) of.getAsDouble() : null;
    }
}
