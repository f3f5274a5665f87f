package dev.upswell.ask;

import dev.upswell.content.EntityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of a tenant's entities.
public interface Names {

    /// The entities that are called this, the likeliest first; their ids count as names.
    ///
    /// @param spoken without `#`, `@` and quotes
    /// @param kind null for any
    List<Slot.Named> called(String spoken, @Nullable EntityKind kind);

    /// The entities in whose name this stands, such as a part of a caption, the likeliest first.
    List<Slot.Named> holding(String part, @Nullable EntityKind kind);
}
