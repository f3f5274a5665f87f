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

/// The Creative Center's trending posts. Play counts are exact; the handle in the address is a placeholder and is not read.
final class CreativeCenterPostsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.CREATIVE_CENTER_POSTS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return CreativeCenter.POSTS;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("item_id", "item_name", "play_count", "like_count", "crawl_date", "crawl_time");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("url");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        EntityId video = check.video("item_id", row.field("item_id"), row.field("url"));
        Instant observedAt = CreativeCenter.observedAt(row, check);
        check.observe(video, CreativeCenter.POSTS, observedAt,
                CountsOf.playsAndLikes(check.exact("play_count", row.field("play_count"), CountLimit.REACTIONS),
                        check.exact("like_count", row.field("like_count"), CountLimit.REACTIONS)));
        if (video != null) {
            String caption = row.field("item_name");
            check.describe(new Video(video, null, null, check.hashtags(Captions.hashtags(caption)),
                    check.createdAt("item_id", null, video), null, caption), observedAt);
        }
    }
}
