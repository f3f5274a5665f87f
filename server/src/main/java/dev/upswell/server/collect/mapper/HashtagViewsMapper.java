package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.ZoneOffset;
import java.util.List;

/// Series of hashtag views: `hashtag, observed_at, views`, times in UTC, views cumulative and rounded as displayed.
final class HashtagViewsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.HASHTAG_VIEWS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("hashtag", "observed_at", "views");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        EntityId hashtag = check.hashtag("hashtag", row.field("hashtag"));
        check.name(hashtag, row.field("hashtag"));
        check.observe(hashtag, "hashtag-views",
                check.time("observed_at", row.field("observed_at"), ZoneOffset.UTC),
                CountsOf.views(check.displayed("views", row.field("views"), CountLimit.TOPIC)));
    }
}
