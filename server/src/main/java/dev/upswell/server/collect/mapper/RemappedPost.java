package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// A post of EnsembleData in its remapped shape: `itemInfos` and `authorInfos`, without sound, saves and hashtag list.
final class RemappedPost {

    private RemappedPost() {
    }

    static void read(JsonNode post, RowCheck check) {
        JsonNode item = post.path("itemInfos");
        EntityId video = check.video("itemInfos.id", JsonText.at(item, "id"), null);
        EntityId creator = check.creatorIfGiven(JsonText.at(post, "authorInfos", "uniqueId"));
        Instant observedAt = check.observedAt("observedAt", null);
        Count likes = check.displayed("diggCount", JsonText.at(item, "diggCount"), CountLimit.REACTIONS);
        check.observe(video, EnsembleDataPostsMapper.SOURCE, observedAt,
                CountsOf.video(check.plays("playCount", JsonText.at(item, "playCount"), likes, false), likes,
                        check.displayed("commentCount", JsonText.at(item, "commentCount"), CountLimit.ITEMS),
                        check.displayed("shareCount", JsonText.at(item, "shareCount"), CountLimit.ITEMS), null));
        if (video != null) {
            String caption = JsonText.at(item, "text");
            check.describe(new Video(video, creator, null, check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("createTime", JsonText.at(item, "createTime"), video),
                    check.seconds("video.videoMeta.duration", JsonText.at(item, "video", "videoMeta", "duration")),
                    caption),
                    observedAt);
        }
    }
}
