package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.util.List;

/// The Discover page's creator lists. Creators are known by handle; the number in the row is another name of the same.
final class DiscoverCreatorsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.DISCOVER_CREATORS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("observed_at", "host", "user_id", "handle", "followers", "likes");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        check.observe(check.creator("handle", row.field("handle")), Discover.source(row, check),
                Discover.observedAt(row, check),
                CountsOf.creator(check.displayed("followers", row.field("followers"), CountLimit.PEOPLE),
                        check.displayed("likes", row.field("likes"), CountLimit.REACTIONS), null));
    }
}
