package dev.upswell.server.collect.intake;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mapping takes columns as, in the words of previews.
final class MappedTargets {

    private MappedTargets() {
    }

    /// The columns that are read, each with the code of its meaning.
    static Map<String, String> of(MappingDraft draft) {
        Map<String, String> targets = new HashMap<>();
        for (MappingDraft.Column column : draft.columns()) {
            switch (column.role()) {
                case IGNORE, CLOCK, CELLS -> {
                    // Nothing of its own is stored.
                }
                case OBSERVED -> targets.put(column.name(), "observedAt");
                case POSTED -> targets.put(column.name(), "createdAt");
                case HASHTAGS -> targets.put(column.name(), "hashtag");
                case URL -> targets.put(column.name(), "video");
                case NAME -> targets.put(column.name(), nameOf(draft.kind()));
                case COMPLETION_RATE -> targets.put(column.name(), "completion_rate");
                case AVERAGE_WATCH -> targets.put(column.name(), "average_watch_seconds");
                case REWATCH_RATIO -> targets.put(column.name(), "rewatch_ratio");
                case RETENTION_3S -> targets.put(column.name(), "retention_3s");
                case RETENTION_5S -> targets.put(column.name(), "retention_5s");
                case PROFILE_VIEWS -> targets.put(column.name(), "profile_views");
                case LINK_CLICKS -> targets.put(column.name(), "link_clicks");
                case NEW_FOLLOWERS -> targets.put(column.name(), "new_followers");
                case KIND, ID, VIEWS, LIKES, COMMENTS, SHARES, SAVES, POSTS, FOLLOWERS, CAPTION, DURATION,
                        CREATOR, SOUND, SOURCE ->
                    targets.put(column.name(), column.role().label());
            }
        }
        return targets;
    }

    /// What the name of a cell's column and the cell itself are, in a wide table.
    static List<PreviewTable.Field> ofCells(ColumnMapping.Kind kind, Cells cells) {
        String subject = kind instanceof ColumnMapping.Kind.Fixed(EntityKind fixed) ? fixed.label() : "id";
        return List.of(new PreviewTable.Field("name of the column", switch (cells.across()) {
            case TIMES -> "observedAt";
            case NAMES -> subject;
        }), new PreviewTable.Field("cell", cells.counter()));
    }

    /// What a name says: of hashtags and creators it is what they are known by.
    private static String nameOf(@Nullable EntityKind kind) {
        return switch (kind) {
            case null -> "id";
            case HASHTAG, CREATOR -> kind.label();
            case SOUND, VIDEO -> "name";
        };
    }
}
