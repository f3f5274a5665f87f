package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.util.List;

/// The Creative Center's hashtag table: exact views and posts of the last seven days, not totals since the beginning.
final class CreativeCenterHashtagsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.CREATIVE_CENTER_HASHTAGS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean cumulative() {
        return false;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("hashtag_name", "video_views", "publish_count", "crawl_date", "crawl_time");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("country");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        check.observe(check.hashtag("hashtag_name", row.field("hashtag_name")),
                CreativeCenter.hashtagsOf(row.field("country")),
                CreativeCenter.observedAt(row, check),
                CountsOf.topic(check.exact("video_views", row.field("video_views"), CountLimit.TOPIC),
                        check.exact("publish_count", row.field("publish_count"), CountLimit.ITEMS)));
    }
}
