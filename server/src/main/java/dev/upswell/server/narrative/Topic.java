package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.theme.KeptTheme;
import org.jspecify.annotations.Nullable;

/// What a narrative is about.
///
/// @param kind hashtag, sound, video, creator or theme
/// @param id within the kind
/// @param name as people write it, fit to stand in a sentence
public record Topic(String kind, String id, String name) {

    /// The kind of themes, which are no entities.
    static final String THEME = "theme";

    private static final int LONGEST_NAME = 80;

    /// An entity.
    ///
    /// @param name as its source gives it; a stranger's text
    static Topic of(EntityId entity, String name) {
        String plain = fit(name);
        String shown = plain.isEmpty() ? entity.value() : plain;
        return new Topic(entity.kind().label(), entity.value(), switch (entity.kind()) {
            case HASHTAG -> "#" + entity.value();
            case CREATOR -> "@" + entity.value();
            case SOUND -> shown;
            // What a video is called is its caption, which nobody has to read here.
            case VIDEO -> entity.value();
        });
    }

    /// A theme, under the label that it has now.
    static Topic of(KeptTheme theme) {
        return theme(Long.toString(theme.id()), theme.shown());
    }

    static Topic theme(String id, String name) {
        String plain = fit(name);
        return new Topic(THEME, id, plain.isEmpty() ? THEME + " " + id : plain);
    }

    /// A name without what would end a sentence, cite a fact or quote anew, and not too long.
    static String fit(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\[\\]\"“”„«»]+", " ").replaceAll("[.!?…:;]+(?=\\s|$)", "")
                .replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_NAME) - 1)).strip();
    }

    boolean isTheme() {
        return kind.equals(THEME);
    }

    /// The entity that it is; null for a theme.
    @Nullable
    EntityId entity() {
        return isTheme() ? null : new EntityId(EntityKind.of(kind), id);
    }
}
