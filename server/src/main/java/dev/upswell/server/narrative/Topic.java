package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;

/// What a narrative is about.
///
/// @param kind hashtag, sound, video or creator
/// @param id within the kind
/// @param name as people write it, fit to stand in a sentence
public record Topic(String kind, String id, String name) {

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

    /// A name without what would end a sentence, cite a fact or quote anew, and not too long.
    static String fit(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\[\\]\"“”„«»]+", " ").replaceAll("[.!?…:;]+(?=\\s|$)", "")
                .replaceAll("\\s+", " ").strip();
        return plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_NAME) - 1)).strip();
    }

    /// The entity that it is.
    EntityId entity() {
        return new EntityId(EntityKind.of(kind), id);
    }
}
