package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.server.alert.Evidence;
import java.time.Instant;
import java.util.List;

/// That all conditions of a rule hold of something at an instant.
///
/// @param rows one for each condition, in their order
public record Hit(EntityId entity, Instant at, List<Evidence> rows) {

    public Hit {
        rows = List.copyOf(rows);
    }
}
