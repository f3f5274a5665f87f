package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.server.alert.Evidence;
import java.time.Instant;

/// Whether a stored row meets a condition.
///
/// @param row as an alert tells it; its instant is as of when the row holds
record Reading(EntityId entity, boolean holds, Evidence row) {

    Instant at() {
        return row.asOf();
    }
}
