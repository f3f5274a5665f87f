package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.util.List;

/// The Discover page's sound lists: how many videos use each sound.
final class DiscoverSoundsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.DISCOVER_SOUNDS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("observed_at", "host", "music_id", "posts");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("title");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        String id = check.number("music_id", row.field("music_id"));
        EntityId sound = id == null ? null : EntityId.sound(id);
        check.observe(sound, Discover.source(row, check), Discover.observedAt(row, check),
                CountsOf.posts(check.displayed("posts", row.field("posts"), CountLimit.ITEMS)));
        check.name(sound, row.field("title"));
    }
}
