package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Videos as TikTok's Research API gives them: exact counts, ids as numbers beyond 2^53, fields without a value left out.
///
/// The counts are of TikTok's archive, which may lag behind by days; the reading's time is when the answer came.
final class TikTokResearchVideosMapper implements JsonMapper {

    static final String SOURCE = "tiktok-research";
    private static final List<String> OWN = List.of("region_code", "hashtag_names", "username", "music_id",
            "favorites_count", "video_duration");

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_RESEARCH_VIDEOS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return SOURCE;
    }

    /// Tells it from an item of the Display API, which has an address to share and none of the others.
    @Override
    public boolean recognises(JsonNode item) {
        return item.has("id") && !item.has("share_url") && OWN.stream().anyMatch(item::has)
                && (item.has("create_time") || item.has("like_count") || item.has("view_count"));
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        EntityId video = check.video("id", JsonText.at(item, "id"), null);
        EntityId creator = check.creatorIfGiven(JsonText.at(item, "username"));
        EntityId sound = check.soundIfGiven(JsonText.at(item, "music_id"));
        Instant observedAt = check.observedAt("observedAt", null);
        check.observe(video, SOURCE, observedAt, counts(item, check));
        if (video != null) {
            String caption = JsonText.at(item, "video_description");
            List<String> tags = JsonText.each(item.path("hashtag_names"), "");
            check.describe(new Video(video, creator, sound, check.hashtags(tags.isEmpty()
                    ? Captions.hashtags(caption)
                    : tags), check.createdAt("create_time", JsonText.at(item, "create_time"), video),
                    check.seconds("video_duration", JsonText.at(item, "video_duration")), caption), observedAt);
        }
    }

    private static Counts counts(JsonNode item, RowCheck check) {
        Count likes = check.exact("like_count", JsonText.at(item, "like_count"), CountLimit.REACTIONS);
        // Some pages of the contract spell it the British way.
        String saves = JsonText.first(JsonText.at(item, "favorites_count"), JsonText.at(item, "favourites_count"));
        return CountsOf.video(views(item, likes, check), likes,
                check.exact("comment_count", JsonText.at(item, "comment_count"), CountLimit.ITEMS),
                check.exact("share_count", JsonText.at(item, "share_count"), CountLimit.ITEMS),
                check.exact("favorites_count", saves, CountLimit.ITEMS));
    }

    private static @Nullable Count views(JsonNode item, @Nullable Count likes, RowCheck check) {
        Count views = check.exact("view_count", JsonText.at(item, "view_count"), CountLimit.REACTIONS);
        if (views != null && views.value() == 0 && likes != null && likes.value() > 0) {
            check.note(RowNote.VIEWS_UNKNOWN);
            return null;
        }
        return views;
    }
}
