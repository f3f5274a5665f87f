package dev.upswell.server.collect.tiktok;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.viewing.InsightFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One's own videos as a Creator Center lists them: exact counts as text, durations in milliseconds.
///
/// An item that carries figures of its viewing, as the answers about single videos do, tells them too.
///
/// The list does not say whose videos they are. One that is not open to everyone is set aside as private, one that is still to be
/// posted has no readings yet.
final class CreatorCenterItemsMapper implements FactMapper {

    static final String SOURCE = "creator-center";
    private static final String EVERYONE = "1";

    @Override
    public FileFormat format() {
        return FileFormat.CREATOR_CENTER_ITEMS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String contentSource() {
        return SOURCE;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("item_id") && item.has("play_count")
                && (item.has("favorite_count") || item.has("post_time") || item.has("schedule_time"));
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        String visibility = JsonText.at(item, "visibility");
        if (visibility != null && !visibility.equals(EVERYONE)) {
            check.reject(RejectReason.PRIVATE, "visibility", visibility);
            return;
        }
        EntityId video = check.video("item_id", JsonText.at(item, "item_id"), null);
        Instant observedAt = check.observedAt("observedAt", null);
        if (!isScheduled(item)) {
            check.observe(video, SOURCE, observedAt, counts(item, check));
            InsightFigures.read(item, video, SOURCE, check, figures);
        }
        if (video != null) {
            String caption = JsonText.at(item, "desc");
            String posted = JsonText.first(given(item, "post_time"), given(item, "create_time"));
            check.describe(new Video(video, null, null, check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("post_time", posted, video),
                    check.millis("duration", JsonText.at(item, "duration")), caption), observedAt);
        }
    }

    private static boolean isScheduled(JsonNode item) {
        return given(item, "schedule_time") != null;
    }

    /// A time; "0" stands for none.
    private static @Nullable String given(JsonNode item, String field) {
        String text = JsonText.at(item, field);
        return "0".equals(text) ? null : text;
    }

    private static Counts counts(JsonNode item, RowCheck check) {
        Count likes = check.exact("like_count", JsonText.at(item, "like_count"), CountLimit.REACTIONS);
        return CountsOf.video(check.plays("play_count", JsonText.at(item, "play_count"), likes, false), likes,
                check.exact("comment_count", JsonText.at(item, "comment_count"), CountLimit.ITEMS),
                check.exact("share_count", JsonText.at(item, "share_count"), CountLimit.ITEMS),
                check.exact("favorite_count", JsonText.at(item, "favorite_count"), CountLimit.ITEMS));
    }
}
