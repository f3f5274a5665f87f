package dev.upswell.server.collect.mapper;

import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Upswell's own observations: any kind of entity, any source, any of the counters.
final class UpswellObservationsMapper implements CsvMapper {

    @Override
    public FileFormat format() {
        return FileFormat.UPSWELL_OBSERVATIONS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("kind", "id", "source", "observed_at");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("name", "views", "likes", "comments", "shares", "saves", "posts", "followers");
    }

    @Override
    public void read(RawRow.Csv row, RowCheck check) {
        EntityId entity = entity(row, check);
        check.observe(entity, check.source("source", row.field("source")),
                check.time("observed_at", row.field("observed_at"), ZoneOffset.UTC), counts(row, check));
        check.name(entity, row.field("name"));
    }

    private static @Nullable EntityId entity(RawRow.Csv row, RowCheck check) {
        String label = row.field("kind");
        EntityKind kind = Arrays.stream(EntityKind.values())
                .filter(each -> label != null && each.label().equals(label.toLowerCase(Locale.ROOT))).findFirst()
                .orElse(null);
        String id = row.field("id");
        return switch (kind) {
            case null -> {
                check.reject(RejectReason.BAD_KIND, "kind", label);
                yield null;
            }
            case HASHTAG -> check.hashtag("id", id);
            case CREATOR -> check.creator("id", id);
            case SOUND, VIDEO -> check.ownId("id", id, kind);
        };
    }

    private static Counts counts(RawRow.Csv row, RowCheck check) {
        return new Counts(check.displayed("views", row.field("views"), CountLimit.TOPIC),
                check.displayed("likes", row.field("likes"), CountLimit.REACTIONS),
                check.displayed("comments", row.field("comments"), CountLimit.ITEMS),
                check.displayed("shares", row.field("shares"), CountLimit.ITEMS),
                check.displayed("saves", row.field("saves"), CountLimit.ITEMS),
                check.displayed("posts", row.field("posts"), CountLimit.ITEMS),
                check.displayed("followers", row.field("followers"), CountLimit.PEOPLE));
    }
}
