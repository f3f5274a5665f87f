package dev.upswell.server.trend;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import dev.upswell.trend.Metric;
import java.util.ArrayList;
import java.util.List;

/// What computing keeps in the lake: in dataset `metric` a row for each computation of an entity's window, with a column for
/// each metric, and in `engagement_day` a row for each computation of a tenant's day.
///
/// A window that was computed again has several rows; the one with the highest `computed_seq` counts, and a row that is
/// `withdrawn` says that the window has none any more. [MetricRepository] reads it that way.
public final class MetricDataset {

    /// The metrics of windows.
    public static final Dataset METRIC = new Dataset("metric", columns(), "window_end",
            List.of("window_length", "window_end", "kind", "entity_id"));

    /// What all entities of a tenant gained on a UTC day; of several computations of a day the last counts.
    public static final Dataset ENGAGEMENT_DAY = new Dataset("engagement_day", List.of(
            new Column("day", "TIMESTAMP", "Start of the day, UTC"),
            new Column("views", "BIGINT", "Views gained between readings that also gave engagement"),
            new Column("likes", "BIGINT", "Likes gained between the same readings"),
            new Column("comments", "BIGINT", "Comments gained between the same readings"),
            new Column("shares", "BIGINT", "Shares gained between the same readings"),
            new Column("computed_seq", "BIGINT", "Order of computations; the highest counts · surrogate")), "day",
            List.of("day"));

    /// Name of the lock under which windows are computed.
    public static final String WORK = "metrics";

    /// All of it, which computations of metrics alone write.
    public static final List<Dataset> DATASETS = List.of(METRIC, ENGAGEMENT_DAY);

    private MetricDataset() {
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("kind", "VARCHAR", "hashtag, sound, video or creator"),
                new Column("entity_id", "VARCHAR", "Id within the kind"),
                new Column("window_length", "VARCHAR", "15m, 1h or 24h"),
                new Column("window_end", "TIMESTAMP",
                        "End of the window, UTC; also the instant as of which the row holds"),
                new Column("is_new", "BOOLEAN", "Whether there is volume now and was none in the window before"),
                new Column("source", "VARCHAR", "Who gave the entity's own counters, or videos"),
                new Column("basis", "VARCHAR",
                        "What volume counts: videos, posts or views; null where volume is absent"),
                new Column("views_from_videos", "BOOLEAN", "Whether views and rates are sums over the carrying videos"),
                new Column("coverage", "DOUBLE", "Share of the window backed by readings or bridges, 0 to 1"),
                new Column("provisional", "BOOLEAN",
                        "Whether the level at the end is an earlier reading carried forward"),
                new Column("last_reading", "TIMESTAMP", "Time of the latest reading that the row rests on, UTC"),
                new Column("cadence_seconds", "BIGINT", "Usual time between readings, in seconds, as known at the end"),
                new Column("definition", "INTEGER", "Version of the metric definitions"),
                new Column("inputs_hash", "BIGINT",
                        "Identifies the readings and prior rates that the row was computed from")));
        for (Metric metric : Metric.values()) {
            columns.add(new Column(metric.label(), "DOUBLE",
                    metric.definition() + "; " + metric.unit() + ", " + metric.range() + "; null when absent"));
        }
        columns.add(new Column("absences", "VARCHAR", "Why metrics are absent: metric=reason, separated by spaces"));
        columns.add(new Column("withdrawn", "BOOLEAN", "Whether this computation found that the window has no row"));
        columns.add(new Column("computed_seq", "BIGINT", "Order of computations; the highest counts · surrogate"));
        return columns;
    }
}
