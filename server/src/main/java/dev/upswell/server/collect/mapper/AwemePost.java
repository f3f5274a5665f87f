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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post in the shape of TikTok's app ("aweme").
///
/// Durations are in milliseconds. Counters of the author, the sound and the hashtags are 0 when they were not filled, which
/// the provider documents, so a 0 there is unknown. In the post's own statistics a 0 is a zero, but for plays beside likes.
final class AwemePost {

    private AwemePost() {
    }

    static void read(JsonNode post, RowCheck check) {
        if (JsonText.isTrue(post, "status", "is_delete")) {
            check.reject(RejectReason.DELETED, "status.is_delete", "true");
            return;
        }
        if (JsonText.isTrue(post, "status", "is_private")) {
            check.reject(RejectReason.PRIVATE, "status.is_private", "true");
            return;
        }
        EntityId video = check.video("aweme_id", JsonText.at(post, "aweme_id"), JsonText.at(post, "share_url"));
        EntityId creator = check.creatorIfGiven(JsonText.at(post, "author", "unique_id"));
        EntityId sound = check.soundIfGiven(soundId(post.path("music")));
        Instant observedAt = check.observedAt("observedAt", null);
        check.observe(video, EnsembleDataPostsMapper.SOURCE, observedAt, counts(post, check));
        check.observe(creator, EnsembleDataPostsMapper.SOURCE, observedAt, author(post.path("author"), check));
        check.observe(sound, EnsembleDataPostsMapper.SOURCE, observedAt, CountsOf.posts(
                check.filled("music.user_count", JsonText.at(post, "music", "user_count"), CountLimit.ITEMS)));
        challenges(post.path("cha_list"), check, observedAt);
        check.name(sound, JsonText.at(post, "music", "title"));
        if (video != null) {
            check.describe(content(post, check, video, creator, sound), observedAt);
        }
    }

    private static @Nullable String soundId(JsonNode music) {
        return JsonText.first(JsonText.at(music, "mid"),
                JsonText.first(JsonText.at(music, "id_str"), JsonText.at(music, "id")));
    }

    private static Counts counts(JsonNode post, RowCheck check) {
        JsonNode statistics = post.path("statistics");
        Count likes = check.displayed("digg_count", JsonText.at(statistics, "digg_count"), CountLimit.REACTIONS);
        return CountsOf.video(check.plays("play_count", JsonText.at(statistics, "play_count"), likes, isPhotos(post)),
                likes,
                check.displayed("comment_count", JsonText.at(statistics, "comment_count"), CountLimit.ITEMS),
                check.displayed("share_count", JsonText.at(statistics, "share_count"), CountLimit.ITEMS),
                check.displayed("collect_count", JsonText.at(statistics, "collect_count"), CountLimit.ITEMS));
    }

    private static boolean isPhotos(JsonNode post) {
        String type = JsonText.at(post, "aweme_type");
        return "2".equals(type) || "150".equals(type) || post.path("image_post_info").isObject();
    }

    private static Counts author(JsonNode author, RowCheck check) {
        Count followers = check.filled("author.follower_count", JsonText.at(author, "follower_count"),
                CountLimit.PEOPLE);
        return CountsOf.creator(followers,
                check.filled("author.total_favorited", JsonText.at(author, "total_favorited"), CountLimit.REACTIONS),
                check.filled("author.aweme_count", JsonText.at(author, "aweme_count"), CountLimit.ITEMS));
    }

    private static void challenges(JsonNode challenges, RowCheck check, @Nullable Instant observedAt) {
        if (challenges.isArray()) {
            for (JsonNode challenge : challenges) {
                Counts counts = CountsOf.topic(
                        check.filled("cha_list.view_count", JsonText.at(challenge, "view_count"), CountLimit.TOPIC),
                        check.filled("cha_list.user_count", JsonText.at(challenge, "user_count"), CountLimit.ITEMS));
                String name = JsonText.at(challenge, "cha_name");
                if (name != null && !counts.isEmpty()) {
                    check.observe(check.hashtag("cha_name", name), EnsembleDataPostsMapper.SOURCE, observedAt, counts);
                }
            }
        }
    }

    private static Video content(JsonNode post, RowCheck check, EntityId video, @Nullable EntityId creator,
            @Nullable EntityId sound) {
        String caption = JsonText.at(post, "desc");
        List<String> tags = new ArrayList<>(JsonText.each(post.path("text_extra"), "hashtag_name"));
        tags.addAll(JsonText.each(post.path("cha_list"), "cha_name"));
        String millis = JsonText.first(JsonText.at(post, "video", "duration"), JsonText.at(post, "duration"));
        return new Video(video, creator, sound, check.hashtags(tags.isEmpty() ? Captions.hashtags(caption) : tags),
                check.createdAt("create_time", JsonText.at(post, "create_time"), video),
                check.millis("duration", millis), caption);
    }
}
