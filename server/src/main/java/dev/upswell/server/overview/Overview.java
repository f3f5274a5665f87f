package dev.upswell.server.overview;

import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.trend.TrendTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody looks at first.
///
/// **absence** a part that the view does not have is null.
///
/// @param kpis null also where no video is a day old
/// @param actions what is to be done next, the most urgent first
/// @param moving hashtags in order of their promise
/// @param slots hours of posting
/// @param videos scores of the videos that were posted last
public record Overview(View view, int days, @Nullable Kpis kpis, @Nullable Cost cost,
        @Nullable List<NextAction> actions, @Nullable TrendTable moving, @Nullable List<ModelStanding> models,
        @Nullable DataStanding data, VideoScores.@Nullable Slots slots, @Nullable List<ScoredVideo> videos,
        @Nullable PeopleCount people) {
}
