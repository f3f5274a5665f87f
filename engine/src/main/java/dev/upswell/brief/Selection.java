package dev.upswell.brief;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the videos of an analysis were chosen.
///
/// @param analysed the day of the analysis
/// @param since the oldest day of posting that was allowed; null without such a limit
/// @param collected how many videos were collected before any was left out
/// @param excluded outliers that were left out
/// @param flagged outliers that were kept and marked
/// @param leastViews views that a video needed
/// @param leastEngagement engagement rate that a video needed, a fraction
/// @param wider what came in where a length had too few videos
public record Selection(LocalDate analysed, @Nullable LocalDate since, int collected, int excluded, int flagged,
        long leastViews, double leastEngagement, Wider wider) {

    /// Videos that came in where a length had too few.
    ///
    /// @param otherDates posted before or after the allowed dates
    /// @param first the oldest day that was allowed for them; null where none is earlier
    /// @param borrowed of related hashtags, and not counted elsewhere
    /// @param hashtags these, without `#`
    public record Wider(int otherDates, @Nullable LocalDate first, int borrowed, List<String> hashtags) {

        /// Nothing came in.
        public static final Wider NOTHING = new Wider(0, null, 0, List.of());

        public Wider {
            hashtags = List.copyOf(hashtags);
        }
    }
}
