package dev.upswell.server.ask.answer;

import dev.upswell.ask.Measure;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.FigureRepository;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values of measures, of one entity or of all of a kind, as of an instant. What has none is left out, and never 0.
final class Measuring {

    private static final Set<Measure> SUMMED = Set.of(Measure.VIEWS_GAINED, Measure.POSTS_GAINED,
            Measure.FOLLOWERS_GAINED, Measure.LIKES_GAINED);
    private static final int DAY = 24;

    private final FigureRepository figures;
    private final VideoScores videos;

    Measuring(FigureRepository figures, VideoScores videos) {
        this.figures = figures;
        this.videos = videos;
    }

    /// A value.
    ///
    /// @param measure under what name it is told, which for gains is not that of the counter
    /// @param of the span that it belongs to; null for a level
    record Figure(String measure, double value, Fact.Unit unit, Instant at, @Nullable String of) {
    }

    /// The levels of a counter at an instant.
    Map<EntityId, Figure> levels(EntityKind kind, @Nullable EntityId entity, Counter counter, Instant at) {
        Map<EntityId, Figure> levels = new HashMap<>();
        figures.levels(kind, counter, entity, at).forEach(
                (id, level) -> levels.put(id,
                        new Figure(counter.label(), level.value(), Fact.Unit.COUNT, level.at(), null)));
        return levels;
    }

    /// The values of a metric in the window of so many hours that ends last at or before an instant; for several days the sum of the gains
    /// of each, and only where all are known.
    ///
    /// @return null when there is no such window
    @Nullable
    Map<EntityId, Figure> metric(EntityKind kind, @Nullable EntityId entity, Metric metric, int hours, Instant until) {
        Instant end = hours == 1 ? Window.HOUR.endUntil(until) : figures.lastEnd(kind, until).orElse(null);
        if (end == null || hours != 1 && hours % DAY != 0) {
            return null;
        }
        String of = hours % DAY == 0 && hours > DAY ? hours / DAY + " days" : hours + " hours";
        Map<EntityId, Figure> values = new HashMap<>();
        figures.rows(kind, entity, hours == 1 ? Window.HOUR : Window.DAY, end)
                .forEach((id, row) -> put(values, id, row, metric, end, of));
        int known = values.size();
        for (int day = 1; day < hours / DAY; day++) {
            Map<EntityId, MetricRow> earlier = figures.rows(kind, entity, Window.DAY, end.minus(Duration.ofDays(day)));
            values.keySet().removeIf(id -> !earlier.containsKey(id) || !earlier.get(id).values().has(metric));
            values.replaceAll((id, sum) -> new Figure(sum.measure(),
                    sum.value() + Objects.requireNonNull(earlier.get(id)).value(metric).orElseThrow(), sum.unit(),
                    sum.at(), of));
        }
        // A list of the few that were read on all days would not be a list of the first of their kind.
        return values.size() * 2 < known ? new HashMap<>() : values;
    }

    private static void put(Map<EntityId, Figure> values, EntityId id, MetricRow row, Metric metric, Instant end,
            String of) {
        if (row.values().has(metric)) {
            values.put(id, new Figure(metric.label(), row.value(metric).orElseThrow(), unit(metric), end, of));
        }
    }

    /// A measure of how a video is watched, from its latest score.
    @Nullable
    Figure watching(String video, FypMetric metric) {
        FypScore score = videos.latest(List.of(video)).get(video);
        FypScore.Part part = score == null ? null : score.parts().get(metric);
        return part == null || score == null
                ? null
                : new Figure(metric.word(), part.value(),
                        metric.unit() == FypMetric.Unit.PER_MINUTE ? Fact.Unit.PER_MINUTE : Fact.Unit.RATIO,
                        score.asOf(), score.mark().label());
    }

    /// Whether gains of a measure may be summed over days.
    static boolean isSummed(Measure measure) {
        return SUMMED.contains(measure) || measure.counter() != null && measure.metric() != null;
    }

    static Fact.Unit unit(Metric metric) {
        return switch (metric.unit()) {
            case "fraction" -> Fact.Unit.RATIO;
            case "ratio" -> Fact.Unit.CHANGE;
            case "views/min" -> Fact.Unit.PER_MINUTE;
            case "hours" -> Fact.Unit.HOURS;
            case "score", "log ratio" -> Fact.Unit.SCORE;
            default -> Fact.Unit.COUNT;
        };
    }
}
