package dev.upswell.server.collect.tiktok;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Profile and videos as TikTok's Display API gives them to their owner: exact counts, no saves, hashtags in the caption alone.
///
/// The creator of a video stands in its address. Captions are cut at 150 characters by TikTok.
final class TikTokDisplayMapper implements JsonMapper {

    static final String SOURCE = "tiktok-display";

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_DISPLAY;
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
        return item.at("/data/user").isObject() || (item.has("id") && item.has("share_url")
                && (item.has("view_count") || item.has("like_count") || item.has("create_time")));
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        Instant observedAt = check.observedAt("observedAt", null);
        JsonNode user = item.at("/data/user");
        if (user.isObject()) {
            profile(user, check, observedAt);
        } else {
            video(item, check, observedAt);
        }
    }

    private static void profile(JsonNode user, RowCheck check, @Nullable Instant observedAt) {
        if (observedAt == null) {
            check.reject(RejectReason.MISSING_TIME, "observed at", null);
        }
        String handle = JsonText.at(user, "username");
        EntityId creator = check.creator("user.username", handle);
        check.observe(creator, SOURCE, observedAt,
                CountsOf.creator(count(user, "follower_count", CountLimit.PEOPLE, check),
                        count(user, "likes_count", CountLimit.REACTIONS, check),
                        count(user, "video_count", CountLimit.ITEMS, check)));
        check.name(creator, handle);
    }

    private static void video(JsonNode item, RowCheck check, @Nullable Instant observedAt) {
        String address = JsonText.at(item, "share_url");
        EntityId video = check.video("id", JsonText.at(item, "id"), address);
        EntityId creator = check.creatorIfGiven(WrittenId.handleInAddress(address).orElse(null));
        check.observe(video, SOURCE, observedAt, CountsOf.video(count(item, "view_count", CountLimit.REACTIONS, check),
                count(item, "like_count", CountLimit.REACTIONS, check),
                count(item, "comment_count", CountLimit.ITEMS, check),
                count(item, "share_count", CountLimit.ITEMS, check), null));
        if (video != null) {
            String caption = JsonText.first(JsonText.at(item, "video_description"), JsonText.at(item, "title"));
            check.describe(new Video(video, creator, null, check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("create_time", JsonText.at(item, "create_time"), video),
                    check.seconds("duration", JsonText.at(item, "duration")), caption), observedAt);
        }
    }

    private static @Nullable Count count(JsonNode from, String name, CountLimit limit, RowCheck check) {
        return check.exact(name, JsonText.at(from, name), limit);
    }
}
