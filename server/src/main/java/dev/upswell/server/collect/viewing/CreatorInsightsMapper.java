package dev.upswell.server.collect.viewing;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.comply.PrivateMark;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Analytics of one of one's own videos as the Creator Center answers its page: `video_info` beside the figures that the page
/// asked for.
///
/// Counters are exact; a video that is not open to everyone is set aside as private.
final class CreatorInsightsMapper implements FactMapper {

    private static final String SOURCE = "creator-center";

    @Override
    public FileFormat format() {
        return FileFormat.CREATOR_CENTER_INSIGHTS;
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
        return item.path("video_info").has("aweme_id");
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        Instant at = check.observedAt("observedAt", null);
        JsonNode info = item.path("video_info");
        if (PrivateMark.on(info)) {
            check.reject(RejectReason.PRIVATE, "video_info", null);
            return;
        }
        ViewingCheck viewing = new ViewingCheck(check, figures);
        InsightFigures.figures(item, viewing, check);
        counter(Figure.VIEWS, "play_count", info, viewing);
        counter(Figure.LIKES, "digg_count", info, viewing);
        counter(Figure.COMMENTS, "comment_count", info, viewing);
        counter(Figure.SHARES, "share_count", info, viewing);
        counter(Figure.SAVES, "collect_count", info, viewing);
        EntityId video = check.video("video_info.aweme_id", JsonText.at(info, "aweme_id"), null);
        viewing.tell(video, SOURCE, at);
        if (video != null) {
            String caption = JsonText.at(info, "desc");
            check.describe(new Video(video, check.creatorIfGiven(JsonText.at(info, "author", "unique_id")), null,
                    check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("create_time", JsonText.at(info, "create_time"), video),
                    check.millis("duration", JsonText.at(info, "video", "duration")), caption), at);
        }
    }

    private static void counter(Figure figure, String name, JsonNode info, ViewingCheck viewing) {
        viewing.exact(figure, name, JsonText.at(info, "statistics", name));
    }
}
