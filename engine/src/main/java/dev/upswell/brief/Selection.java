package dev.upswell.brief;

import java.time.LocalDate;
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
public record Selection(LocalDate analysed, @Nullable LocalDate since, int collected, int excluded, int flagged,
        long leastViews, double leastEngagement) {
}
