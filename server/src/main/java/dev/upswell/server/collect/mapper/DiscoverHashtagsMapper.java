package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.util.List;

/// The Discover page's hashtag lists, one source for each host, because the hosts disagree and lag each other.
final class DiscoverHashtagsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.DISCOVER_HASHTAGS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("observed_at", "host", "hashtag_id", "hashtag", "views");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        check.observe(check.hashtag("hashtag", row.field("hashtag")), Discover.source(row, check),
                Discover.observedAt(row, check),
                CountsOf.views(check.displayed("views", row.field("views"), CountLimit.TOPIC)));
    }
}
