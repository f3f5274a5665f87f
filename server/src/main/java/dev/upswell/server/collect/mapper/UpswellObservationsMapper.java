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
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
        EntityId entity = entity(kind("kind", row.field("kind"), check), "id", row.field("id"), check);
        check.observe(entity, check.source("source", row.field("source")),
                check.time("observed_at", row.field("observed_at"), ZoneOffset.UTC), counts(row::field, check));
        check.name(entity, row.field("name"));
    }

    /// The kind of this label; `null` when there is none, and then the row is rejected.
    static @Nullable EntityKind kind(String field, @Nullable String label, RowCheck check) {
        for (EntityKind kind : EntityKind.values()) {
            if (label != null && kind.label().equals(label.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        check.reject(RejectReason.BAD_KIND, field, label);
        return null;
    }

    /// The entity of this kind and id; `null` when one of them cannot be read.
    static @Nullable EntityId entity(@Nullable EntityKind kind, String field, @Nullable String id, RowCheck check) {
        return switch (kind) {
            case null -> null;
            case HASHTAG -> check.hashtag(field, id);
            case CREATOR -> check.creator(field, id);
            case SOUND, VIDEO -> check.ownId(field, id, kind);
        };
    }

    /// All counters, each by its name.
    static Counts counts(Function<String, @Nullable String> field, RowCheck check) {
        return new Counts(check.displayed("views", field.apply("views"), CountLimit.TOPIC),
                check.displayed("likes", field.apply("likes"), CountLimit.REACTIONS),
                check.displayed("comments", field.apply("comments"), CountLimit.ITEMS),
                check.displayed("shares", field.apply("shares"), CountLimit.ITEMS),
                check.displayed("saves", field.apply("saves"), CountLimit.ITEMS),
                check.displayed("posts", field.apply("posts"), CountLimit.ITEMS),
                check.displayed("followers", field.apply("followers"), CountLimit.PEOPLE));
    }
}
