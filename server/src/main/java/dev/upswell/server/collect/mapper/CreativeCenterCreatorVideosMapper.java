package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.Captions;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.util.List;

/// The Creative Center's popular creators with their latest videos: a row is a reading of a video and of its creator, both
/// exact.
final class CreativeCenterCreatorVideosMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.CREATIVE_CENTER_CREATOR_VIDEOS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return CreativeCenter.CREATOR_VIDEOS;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("uniqueId", "follower_count", "video_item_id", "video_play_count", "video_like_count",
                "crawl_date",
                "crawl_time");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("video_url", "video_name");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        EntityId video = check.video("video_item_id", row.field("video_item_id"), row.field("video_url"));
        EntityId creator = check.creatorIfGiven(row.field("uniqueId"));
        Instant observedAt = CreativeCenter.observedAt(row, check);
        check.observe(video, CreativeCenter.CREATOR_VIDEOS, observedAt, CountsOf.playsAndLikes(
                check.exact("video_play_count", row.field("video_play_count"), CountLimit.REACTIONS),
                check.exact("video_like_count", row.field("video_like_count"), CountLimit.REACTIONS)));
        check.observe(creator, CreativeCenter.CREATOR_VIDEOS, observedAt, CountsOf.creator(
                check.exact("follower_count", row.field("follower_count"), CountLimit.PEOPLE), null, null));
        if (video != null) {
            String caption = row.field("video_name");
            check.describe(new Video(video, creator, null, check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("video_item_id", null, video), null, caption), observedAt);
        }
    }
}
