package dev.upswell.server.collect.viewing;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Videos of a business account as TikTok's interface for accounts lists them to their owner, with how they are watched.
///
/// **units** shares are fractions. The time per view is in seconds; some who pass it on write thousandths, so what would be ten
/// minutes and more is refused.
final class AccountVideosMapper implements FactMapper {

    private static final String SOURCE = "tiktok-accounts";
    private static final List<String> TELLING = List.of("full_video_watched_rate", "average_time_watched",
            "video_view_retention");

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_ACCOUNT_VIDEOS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return SOURCE;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("item_id") && TELLING.stream().anyMatch(item::has);
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        Instant at = check.observedAt("observedAt", null);
        ViewingCheck viewing = new ViewingCheck(check, figures);
        viewing.read(Figure.COMPLETION, "full_video_watched_rate", JsonText.at(item, "full_video_watched_rate"),
                Unit.FRACTION);
        viewing.read(Figure.WATCH_TIME, "average_time_watched", JsonText.at(item, "average_time_watched"), Unit.UNSAID);
        for (JsonNode point : item.path("video_view_retention")) {
            String second = JsonText.at(point, "second");
            if ("3".equals(second) || "5".equals(second)) {
                viewing.read("3".equals(second) ? Figure.RETENTION_3S : Figure.RETENTION_5S, "video_view_retention",
                        JsonText.at(point, "percentage"), Unit.FRACTION);
            }
        }
        viewing.exact(Figure.PROFILE_VIEWS, "profile_views", JsonText.at(item, "profile_views"));
        viewing.exact(Figure.LINK_CLICKS, "website_clicks", JsonText.at(item, "website_clicks"));
        viewing.exact(Figure.NEW_FOLLOWERS, "new_followers", JsonText.at(item, "new_followers"));
        viewing.exact(Figure.VIEWS, "video_views", JsonText.at(item, "video_views"));
        viewing.exact(Figure.LIKES, "likes", JsonText.at(item, "likes"));
        viewing.exact(Figure.COMMENTS, "comments", JsonText.at(item, "comments"));
        viewing.exact(Figure.SHARES, "shares", JsonText.at(item, "shares"));
        viewing.exact(Figure.SAVES, "favorites", JsonText.at(item, "favorites"));
        String address = JsonText.at(item, "share_url");
        EntityId video = check.video("item_id", JsonText.at(item, "item_id"), address);
        viewing.tell(video, SOURCE, at);
        if (video != null) {
            String caption = JsonText.at(item, "caption");
            check.describe(new Video(video, check.creatorIfGiven(WrittenId.handleInAddress(address).orElse(null)), null,
                    check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("create_time", JsonText.at(item, "create_time"), video),
                    check.seconds("video_duration", JsonText.at(item, "video_duration")), caption),
                    at);
        }
    }
}
