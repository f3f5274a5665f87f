package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.Item;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item of the Apify TikTok actors, in its nested shape.
///
/// One item is up to three readings: the video, its creator, and the hashtag under which it was searched. Exports leave out
/// different keys: the id is then at the end of the video's address, and hashtags are in the caption. Failed inputs are
/// items with an `error`.
final class ApifyItem {

    static final String SOURCE = "apify";

    private ApifyItem() {
    }

    static void read(Item item, RowCheck check) {
        String error = JsonText.first(item.at("errorCode"), item.at("error"));
        if (error != null) {
            check.reject(RejectReason.PROVIDER_ERROR, error,
                    JsonText.first(item.at("url"), item.at("input")));
            return;
        }
        if (Item.isTrue(item.at("authorMeta", "privateAccount"))) {
            check.reject(RejectReason.PRIVATE, "authorMeta.privateAccount", "true");
            return;
        }
        String address = item.at("webVideoUrl");
        EntityId video = check.video("id", item.at("id"), address);
        String handle = item.at("authorMeta", "name");
        EntityId creator = check
                .creatorIfGiven(handle != null ? handle : WrittenId.handleInAddress(address).orElse(null));
        EntityId sound = check.soundIfGiven(item.at("musicMeta", "musicId"));
        Instant observedAt = check.observedAt("observedAt", null);
        check.observe(video, SOURCE, observedAt, counts(item, check));
        check.observe(creator, SOURCE, observedAt, author(item, check));
        searched(item, check, observedAt);
        check.name(sound, item.at("musicMeta", "musicName"));
        if (video != null) {
            check.describe(content(item, check, video, creator, sound), observedAt);
        }
    }

    private static Counts counts(Item item, RowCheck check) {
        boolean photo = Item.isTrue(item.at("isSlideshow"));
        Count likes = check.displayed("diggCount", item.at("diggCount"), CountLimit.REACTIONS);
        return CountsOf.video(check.plays("playCount", item.at("playCount"), likes, photo), likes,
                check.displayed("commentCount", item.at("commentCount"), CountLimit.ITEMS),
                check.displayed("shareCount", item.at("shareCount"), CountLimit.ITEMS),
                check.displayed("collectCount", item.at("collectCount"), CountLimit.ITEMS));
    }

    private static Counts author(Item item, RowCheck check) {
        return CountsOf.creator(check.displayed("authorMeta.fans", item.at("authorMeta", "fans"), CountLimit.PEOPLE),
                check.displayed("authorMeta.heart", item.at("authorMeta", "heart"), CountLimit.REACTIONS),
                check.displayed("authorMeta.video", item.at("authorMeta", "video"), CountLimit.ITEMS));
    }

    private static void searched(Item item, RowCheck check, @Nullable Instant observedAt) {
        String name = item.at("searchHashtag", "name");
        if (name != null) {
            check.observe(check.hashtag("searchHashtag.name", name), SOURCE, observedAt, CountsOf.views(
                    check.displayed("searchHashtag.views", item.at("searchHashtag", "views"), CountLimit.TOPIC)));
        }
    }

    private static Video content(Item item, RowCheck check, EntityId video, @Nullable EntityId creator,
            @Nullable EntityId sound) {
        String caption = item.at("text");
        List<String> tags = item.each("hashtags", "name");
        String created = JsonText.first(item.at("createTimeISO"), item.at("createTime"));
        return new Video(video, creator, sound, check.hashtags(tags.isEmpty() ? Captions.hashtags(caption) : tags),
                check.createdAt("createTime", created, video),
                check.seconds("videoMeta.duration", item.at("videoMeta", "duration")), caption);
    }
}
