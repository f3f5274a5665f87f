package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An item of the Apify TikTok actors, in its nested shape.
///
/// One item is up to three readings: the video, its creator, and the hashtag under which it was searched. Exports leave out
/// different keys: the id is then at the end of the video's address, and hashtags are in the caption. Failed inputs are
/// items with an `error`.
final class ApifyItem {

    static final String SOURCE = "apify";

    private ApifyItem() {
    }

    static void read(JsonNode item, RowCheck check) {
        String error = JsonText.first(JsonText.at(item, "errorCode"), JsonText.at(item, "error"));
        if (error != null) {
            check.reject(RejectReason.PROVIDER_ERROR, error,
                    JsonText.first(JsonText.at(item, "url"), JsonText.at(item, "input")));
            return;
        }
        if (JsonText.isTrue(item, "authorMeta", "privateAccount")) {
            check.reject(RejectReason.PRIVATE, "authorMeta.privateAccount", "true");
            return;
        }
        String address = JsonText.at(item, "webVideoUrl");
        EntityId video = check.video("id", JsonText.at(item, "id"), address);
        EntityId creator = check.creatorIfGiven(JsonText.first(JsonText.at(item, "authorMeta", "name"),
                WrittenId.handleInAddress(address).orElse(null)));
        EntityId sound = check.soundIfGiven(JsonText.at(item, "musicMeta", "musicId"));
        Instant observedAt = check.observedAt("observedAt", null);
        check.observe(video, SOURCE, observedAt, counts(item, check));
        check.observe(creator, SOURCE, observedAt, author(item.path("authorMeta"), check));
        searched(item.path("searchHashtag"), check, observedAt);
        check.name(sound, JsonText.at(item, "musicMeta", "musicName"));
        if (video != null) {
            check.describe(content(item, check, video, creator, sound), observedAt);
        }
    }

    private static Counts counts(JsonNode item, RowCheck check) {
        boolean photo = JsonText.isTrue(item, "isSlideshow");
        Count likes = check.displayed("diggCount", JsonText.at(item, "diggCount"), CountLimit.REACTIONS);
        return CountsOf.video(check.plays("playCount", JsonText.at(item, "playCount"), likes, photo), likes,
                check.displayed("commentCount", JsonText.at(item, "commentCount"), CountLimit.ITEMS),
                check.displayed("shareCount", JsonText.at(item, "shareCount"), CountLimit.ITEMS),
                check.displayed("collectCount", JsonText.at(item, "collectCount"), CountLimit.ITEMS));
    }

    private static Counts author(JsonNode author, RowCheck check) {
        return CountsOf.creator(check.displayed("authorMeta.fans", JsonText.at(author, "fans"), CountLimit.PEOPLE),
                check.displayed("authorMeta.heart", JsonText.at(author, "heart"), CountLimit.REACTIONS),
                check.displayed("authorMeta.video", JsonText.at(author, "video"), CountLimit.ITEMS));
    }

    private static void searched(JsonNode search, RowCheck check, @Nullable Instant observedAt) {
        String name = JsonText.at(search, "name");
        if (name != null) {
            check.observe(check.hashtag("searchHashtag.name", name), SOURCE, observedAt, CountsOf.views(
                    check.displayed("searchHashtag.views", JsonText.at(search, "views"), CountLimit.TOPIC)));
        }
    }

    private static Video content(JsonNode item, RowCheck check, EntityId video, @Nullable EntityId creator,
            @Nullable EntityId sound) {
        String caption = JsonText.at(item, "text");
        List<String> tags = JsonText.each(item.path("hashtags"), "name");
        String created = JsonText.first(JsonText.at(item, "createTimeISO"), JsonText.at(item, "createTime"));
        return new Video(video, creator, sound, check.hashtags(tags.isEmpty() ? Captions.hashtags(caption) : tags),
                check.createdAt("createTime", created, video),
                check.seconds("videoMeta.duration", JsonText.at(item, "videoMeta", "duration")), caption);
    }
}
