package dev.upswell.server.trend.page;

import dev.upswell.server.trend.Expected;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Sparkline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the ranked table.
///
/// @param day the metrics of the last 24-hour window
/// @param boost why the growth may be bought; null where nothing says so
/// @param reasons what moved the chance most, strongest first; empty without a chance
/// @param chance null when no model serves the kind, or the model could not score this entity
public record TrendRow(int rank, Subject subject, MetricRow day, @Nullable Boost boost, Trace trace,
        @Nullable Chance chance, List<Expected.Reason> reasons) {

    public TrendRow {
        reasons = List.copyOf(reasons);
    }

    /// Why growth may be bought.
    ///
    /// @param usualViews what the entity usually gains in such a window
    /// @param fewCreators whether few creators hold most of the views
    /// @param engagementShare engagement rate over the usual one; null where it is not conspicuous
    public record Boost(double usualViews, boolean fewCreators, @Nullable Double engagementShare) {
    }

    /// The level over the days asked for, with what is expected after them.
    ///
    /// @param outlook null when nothing is forecast for the level
    public record Trace(List<Point> level, @Nullable Outlook outlook) {

        public Trace {
            level = List.copyOf(level);
        }

        /// The line as it is drawn.
        public Sparkline line() {
            return Sparkline.of(level, outlook);
        }
    }
}
