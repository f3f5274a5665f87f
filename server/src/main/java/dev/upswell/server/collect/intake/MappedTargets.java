package dev.upswell.server.collect.intake;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.MappingDraft;
import java.util.HashMap;
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
                case IGNORE, CLOCK -> {
                    // Nothing of its own is stored.
                }
                case OBSERVED -> targets.put(column.name(), "observedAt");
                case POSTED -> targets.put(column.name(), "createdAt");
                case HASHTAGS -> targets.put(column.name(), "hashtag");
                case URL -> targets.put(column.name(), "video");
                case NAME -> targets.put(column.name(), nameOf(draft.kind()));
                case KIND, ID, VIEWS, LIKES, COMMENTS, SHARES, SAVES, POSTS, FOLLOWERS, CAPTION, DURATION,
                        CREATOR, SOUND, SOURCE ->
                    targets.put(column.name(), column.role().label());
            }
        }
        return targets;
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
