package dev.upswell.server.collect.viewing;

import dev.upswell.server.collect.row.RowMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mappers of what owners are told of how their videos are watched.
public final class ViewingMappers {

    private ViewingMappers() {
    }

    /// What columns of an export of TikTok Studio are taken as, by their titles: the names of the data dictionary, without those
    /// that are not read.
    public static Map<String, String> studioTargets(List<String> columns) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String column : columns) {
            StudioTitle.of(column).map(StudioTitle::says).flatMap(ViewingMappers::target)
                    .ifPresent(target -> targets.put(column, target));
        }
        return targets;
    }

    private static Optional<String> target(StudioTitle.Says says) {
        return switch (says) {
            case StudioTitle.Says.Told(Figure figure) -> Optional.of(figure.label());
            case StudioTitle.Says.VideoId(),StudioTitle.Says.Address() -> Optional.of("video_id");
            case StudioTitle.Says.ToldAt() -> Optional.of("observed_at");
            case StudioTitle.Says.Day() -> Optional.empty();
        };
    }

    /// Those of this version of Upswell.
    public static List<RowMapper> all() {
        return List.of(new StudioVideosMapper(), new VideoAnalyticsMapper(), new CreatorInsightsMapper(),
                new AccountVideosMapper());
    }
}
