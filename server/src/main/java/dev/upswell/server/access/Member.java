package dev.upswell.server.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody of a tenant and how they stand.
///
/// @param disabledAt since when they may not come in; null for those who may
public record Member(Person person, @Nullable Instant disabledAt) {

    boolean isOwner() {
        return person.role() == Role.OWNER && disabledAt == null;
    }
}
