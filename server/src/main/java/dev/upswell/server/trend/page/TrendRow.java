package dev.upswell.server.trend.page;

import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Sparkline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the ranked table.
///
/// @param day the metrics of the last 24-hour window
/// @param chance null when no model serves the kind, or the model could not score this entity
public record TrendRow(int rank, Subject subject, MetricRow day, Trace trace, @Nullable Chance chance) {

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
