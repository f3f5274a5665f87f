package dev.upswell.server.notify;

import dev.upswell.server.event.Event;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a delivery brings. It is the same in each try, but for notices that were deleted meanwhile.
///
/// @param id of the delivery
/// @param channel its name
/// @param test whether a person tries the channel: then there are no notices
/// @param madeAt when its notices were put together
/// @param notices the oldest first
public record Parcel(UUID id, TenantId tenant, String channel, boolean test, Instant madeAt, List<Event> notices) {

    public Parcel {
        notices = List.copyOf(notices);
    }
}
