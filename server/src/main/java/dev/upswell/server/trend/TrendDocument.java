package dev.upswell.server.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.rank.PossibleBoost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The ranked table as scripts read it, on the command line and over REST alike. What is absent is left out.
///
/// @param at the end of the windows compared; absent when nothing was computed
/// @param window their length
/// @param total how many rows there are, of which this is a part; absent, as the next two, on the command line
/// @param limit how many were asked for at most
/// @param offset how many were passed over
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrendDocument(@Nullable Instant at, String kind, String window, List<Row> rows,
        @Nullable Long total, @Nullable Integer limit, @Nullable Integer offset) {

    private static final String WINDOW = "24h";

    public TrendDocument {
        rows = List.copyOf(rows);
    }

    /// One entity.
    ///
    /// @param viewsGained views gained in the window
    /// @param viewGrowth relative change of views gained against the window before
    /// @param momentum momentum, version 1, in [0, 1]
    /// @param momentumRank momentum, version 2: the weighted percentile ranks of its terms, in [0, 1]
    /// @param velocity relative change of volume against the window before
    /// @param coverage share of the window backed by readings
    /// @param probability of a surge within the model's horizon
    /// @param boost why its growth may be bought; absent where nothing says so
    /// @param why what moved the probability most, in an English sentence; absent where the model gives no reasons
    /// @param interval the two ends of the probability's interval; absent when the model does not know it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(int rank, String id, String name, @Nullable Double viewsGained, @Nullable Double viewGrowth,
            @Nullable Double momentum, @Nullable Double momentumRank, @Nullable Double noveltyIndex,
            @Nullable Double velocity, boolean emerging, List<String> flags, @Nullable Boost boost, double coverage,
            @Nullable Double probability, @Nullable List<Double> interval,
            @Nullable String why) {
    }

    /// Why growth may be bought: a spike of views with one sign beside it, or both.
    ///
    /// @param sigmas by how many robust standard deviations the views gained exceed the usual
    /// @param usualViews median of the views gained in the windows of the week before
    /// @param creatorDispersion absent unless it is conspicuous
    /// @param engagementShare engagement rate over the median of all; absent unless it is conspicuous
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Boost(double sigmas, double usualViews, @Nullable Double creatorDispersion,
            @Nullable Double engagementShare) {

        static @Nullable Boost of(@Nullable PossibleBoost boost) {
            return boost == null
                    ? null
                    : new Boost(boost.sigmas(), boost.usualViews(), boost.creatorDispersion(), boost.engagementShare());
        }
    }

    /// The first `top` lines of this table.
    public static TrendDocument of(TrendTable table, int top) {
        return new TrendDocument(table.at(), table.kind().label(), WINDOW, rows(table.lines(), top, 0), null, null,
                null);
    }

    /// Part of these lines of this table.
    public static TrendDocument of(TrendTable table, List<TrendTable.Line> lines, int limit, int offset) {
        return new TrendDocument(table.at(), table.kind().label(), WINDOW, rows(lines, limit, offset),
                (long) lines.size(), limit, offset);
    }

    private static List<Row> rows(List<TrendTable.Line> lines, int limit, int offset) {
        return lines.stream().skip(offset).limit(limit).map(TrendDocument::row).toList();
    }

    private static Row row(TrendTable.Line line) {
        MetricRow row = line.ranked().row();
        Expected expected = line.expected();
        return new Row(line.ranked().rank(), row.entity().value(), line.name(), value(row, Metric.VIEWS_GAINED),
                value(row, Metric.VIEW_GROWTH), value(row, Metric.MOMENTUM), line.ranked().momentumRank(),
                value(row, Metric.NOVELTY_INDEX), value(row, Metric.VELOCITY), line.isEmerging(),
                line.ranked().flags().stream().sorted().map(flag -> flag.name().toLowerCase(Locale.ROOT)).toList(),
                Boost.of(line.ranked().boost()), row.backing().coverage(),
                expected == null ? null : Double.valueOf(expected.probability()),
                expected == null ? null : expected.interval(),
                expected == null ? null : PredictionDocument.Why.ENGLISH.summary(expected.reasons()));
    }

    private static @Nullable Double value(MetricRow row, Metric metric) {
        return row.values().has(metric) ? Double.valueOf(row.value(metric).getAsDouble()) : null;
    }
}
