package dev.upswell.server.ask.answer;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.ask.Finding;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What "our" leaves of a kind: creators that are watched as one's own and their videos; everything where none is watched so, which the
/// answer then says. Hashtags and sounds belong to nobody.
///
/// @param asked whether the question says "our" of a kind that can be owned
/// @param marked whether any account is watched as one's own
/// @param ids what is owned
record Ownership(boolean asked, boolean marked, Set<EntityId> ids) implements Predicate<EntityId> {

    Ownership {
        ids = Set.copyOf(ids);
    }

    static Ownership of(AskServices services, Understanding question, EntityKind kind) {
        boolean owned = kind == EntityKind.VIDEO || kind == EntityKind.CREATOR;
        Set<String> handles = owned && question.wants(Cue.OWN) ? services.own().handles() : Set.of();
        if (handles.isEmpty()) {
            return new Ownership(owned && question.wants(Cue.OWN), false, Set.of());
        }
        return new Ownership(true, true, kind == EntityKind.VIDEO
                ? services.figures().videosOf(handles)
                : handles.stream().map(handle -> new EntityId(kind, handle)).collect(Collectors.toSet()));
    }

    @Override
    public boolean test(EntityId entity) {
        return !marked || ids.contains(entity);
    }

    /// Says whose things an answer is about, where the question asked for one's own.
    void tell(Finding.Draft draft) {
        if (asked) {
            draft.tell(marked ? "own.marked" : "own.none");
        }
    }
}
