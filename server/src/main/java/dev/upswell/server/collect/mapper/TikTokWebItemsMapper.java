package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Items as TikTok's web pages give them, and as api23-style services relay them.
///
/// `statsV2` has the same counters as text and, where TikTok gives them, exact; it goes before `stats`. The reading's time is
/// `collectTime`, which collectors add; without it the importer must say. An item with nothing but an id was deleted.
final class TikTokWebItemsMapper implements JsonMapper {

    static final String SOURCE = "tiktok-web";
    private static final int APP_STYLE_MILLIS = 1_000;

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_WEB_ITEMS;
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
        return item.path("stats").isObject() || item.path("statsV2").isObject();
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        if (!recognises(item) && !item.has("desc") && !item.has("createTime")) {
            check.reject(RejectReason.DELETED, "only an id is left", JsonText.at(item, "id"));
            return;
        }
        if (JsonText.isTrue(item, "privateItem") || JsonText.isTrue(item, "secret")
                || JsonText.isTrue(item, "author", "privateAccount") || JsonText.isTrue(item, "author", "secret")) {
            check.reject(RejectReason.PRIVATE, "privateItem, secret, author.privateAccount or author.secret", "true");
            return;
        }
        EntityId video = check.video("id", JsonText.at(item, "id"), null);
        EntityId creator = check
                .creatorIfGiven(JsonText.first(JsonText.at(item, "author", "uniqueId"), JsonText.at(item, "author")));
        EntityId sound = check.soundIfGiven(JsonText.at(item, "music", "id"));
        Instant observedAt = check.observedAt("collectTime", JsonText.at(item, "collectTime"));
        check.observe(video, SOURCE, observedAt, counts(item, check));
        check.observe(creator, SOURCE, observedAt, author(item, check));
        check.name(sound, JsonText.at(item, "music", "title"));
        if (video != null) {
            check.describe(content(item, check, video, creator, sound), observedAt);
        }
    }

    private static Counts counts(JsonNode item, RowCheck check) {
        Count likes = check.displayed("diggCount", stat(item, "diggCount"), CountLimit.REACTIONS);
        return CountsOf.video(check.plays("playCount", stat(item, "playCount"), likes, item.has("imagePost")), likes,
                check.displayed("commentCount", stat(item, "commentCount"), CountLimit.ITEMS),
                check.displayed("shareCount", stat(item, "shareCount"), CountLimit.ITEMS),
                check.displayed("collectCount", stat(item, "collectCount"), CountLimit.ITEMS));
    }

    private static @Nullable String stat(JsonNode item, String name) {
        return JsonText.first(JsonText.at(item, "statsV2", name), JsonText.at(item, "stats", name));
    }

    private static Counts author(JsonNode item, RowCheck check) {
        return CountsOf.creator(check.displayed("followerCount", authorStat(item, "followerCount"), CountLimit.PEOPLE),
                check.displayed("heartCount", authorStat(item, "heartCount"), CountLimit.REACTIONS),
                check.displayed("videoCount", authorStat(item, "videoCount"), CountLimit.ITEMS));
    }

    private static @Nullable String authorStat(JsonNode item, String name) {
        return JsonText.first(JsonText.at(item, "authorStatsV2", name), JsonText.at(item, "authorStats", name));
    }

    private static Video content(JsonNode item, RowCheck check, EntityId video, @Nullable EntityId creator,
            @Nullable EntityId sound) {
        String caption = JsonText.at(item, "desc");
        List<String> tags = new ArrayList<>(JsonText.each(item.path("challenges"), "title"));
        tags.addAll(JsonText.each(item.path("textExtra"), "hashtagName"));
        return new Video(video, creator, sound, check.hashtags(tags.isEmpty() ? Captions.hashtags(caption) : tags),
                check.createdAt("createTime", JsonText.at(item, "createTime"), video), check.duration("video.duration",
                        JsonText.at(item, "video", "duration"),
                        item.path("video").path("cover").isObject() ? APP_STYLE_MILLIS : 0),
                caption);
    }
}
