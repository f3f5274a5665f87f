package dev.upswell.server.ask;

import dev.upswell.ask.Slot;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.web.Link;
import org.jspecify.annotations.Nullable;

/// What a fact is about.
///
/// @param name as people call it, with `#` or `@`
/// @param page null where there is none
public record Subject(String name, @Nullable String page) {

    private static final int LONGEST = 40;

    /// An entity with its page.
    public static Subject of(EntityId entity, String name) {
        return new Subject(called(entity.kind(), name),
                Link.to("/entities", entity.kind().label(), entity.value()).toString());
    }

    /// The entity that a question names.
    public static Subject of(Slot.Named named) {
        return of(named.entity(), named.name());
    }

    /// The beginning of a caption.
    private static String shortened(String caption) {
        return caption.codePointCount(0, caption.length()) <= LONGEST
                ? caption
                : caption.substring(0, caption.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    private static String called(EntityKind kind, String name) {
        return switch (kind) {
            case HASHTAG -> name.startsWith("#") ? name : "#" + name;
            case CREATOR -> name.startsWith("@") ? name : "@" + name;
            case SOUND -> name;
            case VIDEO -> shortened(name);
        };
    }
}
